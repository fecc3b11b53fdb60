import { drafts } from "./drafts.ts";

/**
 * Text that has no row on the server yet (a new goal, a note): kept on this device as it is typed.
 * `await draft.restore()` on opening, `draft.sent()` once the server has it.
 */
export class Draft {
  #text = $state("");
  readonly #place: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(place: string, text = "") {
    this.#place = place;
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }
  set text(text: string) {
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keepNow(), 300);
  }

  isEmpty = $derived(this.#text.trim() === "");

  /** Puts back what was typed here before; what has been typed since then wins. */
  async restore(): Promise<void> {
    const kept = await (await drafts()).find(this.#place);
    if (kept !== undefined && this.#text === "") this.#text = kept;
  }

  /** Writes it down without waiting for a pause. */
  async keepNow(): Promise<void> {
    clearTimeout(this.#timer);
    const all = await drafts();
    await (this.isEmpty ? all.forget(this.#place) : all.keep(this.#place, this.#text));
  }

  /** The server has it: nothing stays here. */
  async sent(): Promise<void> {
    clearTimeout(this.#timer);
    this.#text = "";
    await (await drafts()).forget(this.#place);
  }
}
