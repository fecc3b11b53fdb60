import { listGoals, type StudentGoals } from "../goals/goal.api.ts";
import { hangPiece, openPortfolio, takeDownPiece } from "../portfolios/portfolio.api.ts";
import type { HungPiece, PortfolioPage } from "../portfolios/portfolio.api.ts";
import { adding } from "../work-samples/adding.svelte.ts";
import { began } from "../work-samples/begin-adding.ts";
import { asAddress, type NewPiece } from "../work-samples/new-piece.svelte.ts";
import { addWorkSample, type NewVersion } from "../work-samples/work-sample.api.ts";

/** So many pieces are enough for a first conference. */
export const piecesEnough = 3;

/** A piece in the portfolio, and the part of the conference in which it is shown. */
export type Chosen = { section: string; item: HungPiece };

/** The shortest way from nothing to a conference: what hangs, what is on its way, and the first goal. */
export class QuickPath {
  portfolio = $state.raw<PortfolioPage | undefined>();
  goals = $state.raw<StudentGoals | undefined>();
  problem = $state.raw<unknown>();
  /** The piece just left out, as long as it can be put back. */
  takenOut = $state.raw<Chosen | undefined>();
  readonly #studentId: string;

  chosen: Chosen[] = $derived(
    (this.portfolio?.portfolio?.sections ?? []).flatMap(({ key, items }) =>
      items.map((item) => ({ section: key, item })),
    ),
  );
  /** Pieces whose files have not arrived yet. */
  coming: NewPiece[] = $derived(adding.pieces.filter(({ state }) => state !== "saved"));

  constructor(studentId: string) {
    this.#studentId = studentId;
  }

  async load(): Promise<void> {
    try {
      [this.portfolio, this.goals] = await Promise.all([
        openPortfolio(this.#studentId),
        listGoals(this.#studentId),
      ]);
      this.problem = undefined;
    } catch (thrown) {
      this.problem = thrown;
    }
  }

  /** Puts files on the shelf and into the portfolio as they arrive; nothing needs to be said about them first. */
  addFiles(files: File[]): void {
    for (const piece of adding.addFiles(files, began())) this.#keep(piece);
  }

  /** Something told in words: no file has to exist. */
  addTold(title: string, body: string): Promise<boolean> {
    return this.#add(title, { kind: "text", stage: "final", body });
  }

  addLink(title: string, url: string): Promise<boolean> {
    return this.#add(title, { kind: "link", stage: "final", url: asAddress(url) });
  }

  /** Hangs a piece where nothing hangs yet: first as a proud one, then where she grew, then a skill. */
  hang = async (workSampleId: string): Promise<void> => {
    await this.#try(async () => {
      const page = await openPortfolio(this.#studentId);
      const { id = "", sections = [] } = page.portfolio ?? {};
      const section = sections.find(({ items }) => items.length === 0) ?? sections[0];
      if (!section) return;
      const after = section.items.at(-1)?.id ?? null;
      await hangPiece(id, { workSampleId, section: section.key, after, privateNote: "" });
    });
    this.takenOut = undefined;
  };

  async takeOut(chosen: Chosen): Promise<void> {
    await this.#try(() => takeDownPiece(chosen.item.id));
    this.takenOut = chosen;
  }

  async putBack(): Promise<void> {
    if (!this.takenOut) return;
    const { section, item } = this.takenOut;
    const { workSampleId, privateNote = "" } = item;
    const id = this.portfolio?.portfolio?.id ?? "";
    await this.#try(() => hangPiece(id, { workSampleId, section, after: null, privateNote }));
    this.takenOut = undefined;
  }

  #keep(piece: NewPiece): void {
    if (piece.title.trim() === "") piece.title = piece.upload?.file.name ?? "";
    piece.subject = "other";
    piece.whenSaved((id) => void this.hang(id));
    piece.keep();
  }

  /** Whether it stands on the shelf now; where it then hangs is told by the page. */
  async #add(title: string, version: NewVersion): Promise<boolean> {
    try {
      const { day: madeOn, language } = began();
      const facts = { title: title.trim(), subject: "other", madeOn, asked: "", language } as const;
      const { id } = await addWorkSample({ ...facts, sharedWithAdviser: false, version });
      await this.hang(id);
      return true;
    } catch (thrown) {
      this.problem = thrown;
      return false;
    }
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
      await this.load();
    } catch (thrown) {
      await this.load();
      this.problem = thrown;
    }
  }
}
