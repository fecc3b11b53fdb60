import { untrack } from "svelte";
import { listWorkSamples, type Shelf, type ShelfQuery, type WorkSampleOnShelf } from "./work-sample.api.ts";

/** A shelf as far as it was looked through: newest first, a page at a time, by subject and words. */
export class ShelfPages {
  pieces = $state.raw<WorkSampleOnShelf[] | undefined>();
  /** What the last reply said of the whole shelf. */
  facts = $state.raw<Omit<Shelf, "workSamples">>({ found: 0, total: 0, subjects: [], next: null });
  problem = $state.raw<unknown>();
  isLoading = $state(false);
  readonly #studentId: string;
  #query: ShelfQuery = {};
  /** The newest question: an answer to an earlier one comes too late. */
  #asked = 0;

  constructor(studentId: string) {
    this.#studentId = studentId;
  }

  /** Looks for something else, from the beginning. */
  async look(query: ShelfQuery): Promise<void> {
    this.#query = query;
    await this.#load(() => this.#pageAfter([]));
  }

  /** Reads what is shown once more: pictures have been made, pieces have come. */
  async again(): Promise<void> {
    const shown = untrack(() => this.pieces?.length ?? 0); // whoever asks again does not want to be told again
    await this.#load(async () => {
      let pieces = await this.#pageAfter([]);
      while (pieces.length < shown && this.facts.next) pieces = await this.#pageAfter(pieces);
      return pieces;
    });
  }

  async more(): Promise<void> {
    await this.#load(() => this.#pageAfter(this.pieces ?? []));
  }

  async #pageAfter(pieces: WorkSampleOnShelf[]): Promise<WorkSampleOnShelf[]> {
    const after = pieces.length > 0 ? this.facts.next : null;
    const { workSamples, ...facts } = await listWorkSamples(this.#studentId, {
      ...this.#query,
      ...(after ? { after } : {}),
    });
    this.facts = facts;
    return [...pieces, ...workSamples];
  }

  async #load(read: () => Promise<WorkSampleOnShelf[]>): Promise<void> {
    const asked = ++this.#asked;
    this.isLoading = true;
    try {
      const pieces = await read();
      if (asked !== this.#asked) return;
      this.pieces = pieces;
      this.problem = undefined;
    } catch (thrown) {
      if (asked === this.#asked) this.problem = thrown;
    } finally {
      if (asked === this.#asked) this.isLoading = false;
    }
  }
}
