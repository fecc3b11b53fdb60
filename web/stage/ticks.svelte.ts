const place = "stage-notes-said";

type Kept = { talk: string; said: string[] };

/** Which lines of her notes she has said: kept in this window while the talk lasts, by numbers, and nowhere else. */
export class Ticks {
  #said = $state.raw<readonly string[]>([]);
  #talk = "";

  /** Ticks of another talk are let go. */
  of(talk: string): void {
    if (talk === this.#talk) return;
    this.#talk = talk;
    const kept = read();
    this.#said = kept?.talk === talk ? kept.said : [];
  }

  has = (line: string): boolean => this.#said.includes(line);

  toggle(line: string): void {
    this.#said = this.has(line) ? this.#said.filter((each) => each !== line) : [...this.#said, line];
    try {
      sessionStorage.setItem(
        place,
        JSON.stringify({ talk: this.#talk, said: [...this.#said] } satisfies Kept),
      );
    } catch {
      // Without storage they last until the window is loaded anew.
    }
  }
}

function read(): Kept | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "null") as Kept | undefined;
  } catch {
    return undefined;
  }
}
