/** How a field stands between this page and the server. */
export type SaveState = "none" | "saving" | "saved" | "offline" | "conflict" | "unsaved";

const urgency: SaveState[] = ["conflict", "unsaved", "offline", "saving", "saved", "none"];

/** The one quiet word in the top bar for every field of the page: the most urgent of them. */
class Saving {
  #fields = $state.raw<Record<string, SaveState>>({});
  /** The time of the last save as people say it. */
  time = $state<string | undefined>();

  state: SaveState = $derived(urgency.find((one) => Object.values(this.#fields).includes(one)) ?? "none");

  tell(field: string, state: SaveState, time?: string): void {
    this.#fields = { ...this.#fields, [field]: state };
    if (time) this.time = time;
  }

  /** A field that is no longer on the page, unless its text is still on its way. */
  drop(field: string): void {
    if (this.#fields[field] !== "saved" && this.#fields[field] !== "none") return;
    const { [field]: _gone, ...rest } = this.#fields;
    this.#fields = rest;
  }
}

export const saving = new Saving();
