import {
  chooseForStage,
  hangPiece,
  makeSection,
  movePiece,
  moveThing,
  moveSection,
  notePiece,
  openPortfolio,
  removeSection,
  takeDownPiece,
} from "./portfolio.api.ts";
import type {
  HungPiece,
  NewHanging,
  Placing,
  PortfolioPage,
  PortfolioSection,
  StageThing,
} from "./portfolio.api.ts";

import { movedThing } from "./things-order.ts";

/** Where a piece stands: counted from one, for saying it. */
export type Standing = { section: PortfolioSection; place: number; count: number };

/** The student's wall: what hangs where, moved at once on the screen and then on the server. */
export class Wall {
  page = $state.raw<PortfolioPage | undefined>();
  problem = $state.raw<unknown>();
  /** The piece just taken down with its place, as long as it can be hung again. */
  takenDown = $state.raw<{ item: HungPiece; place: Placing } | undefined>();

  sections = $derived(this.page?.portfolio?.sections ?? []);
  required = $derived(this.sections.filter(({ required }) => required > 0));
  filled = $derived(this.required.filter(({ items, required }) => items.length >= required).length);
  pieces = $derived(this.sections.flatMap(({ items }) => items));
  /** Pieces nothing is said about yet. */
  wordless = $derived(this.pieces.filter(({ piece }) => piece.reflections.length === 0).length);
  hasWords = $derived(this.pieces.length > 0 && this.wordless === 0);
  readonly #studentId: string;

  constructor(studentId: string) {
    this.#studentId = studentId;
  }

  async load(): Promise<void> {
    try {
      this.page = await openPortfolio(this.#studentId);
      this.problem = undefined;
    } catch (thrown) {
      this.problem = thrown;
    }
  }

  /** One step earlier or later, over the edge of a section into the next; undefined at either end. */
  async step(itemId: string, by: 1 | -1): Promise<Standing | undefined> {
    const place = placeAfterStep(this.sections, itemId, by);
    return place && (await this.move(itemId, place));
  }

  /** Moves a piece; the screen is first, and what the server says stands. */
  async move(itemId: string, place: Placing): Promise<Standing | undefined> {
    this.#show(moved(this.sections, itemId, place));
    await this.#try(() => movePiece(itemId, place));
    return this.standing(itemId);
  }

  async hang(piece: NewHanging): Promise<string | undefined> {
    const portfolioId = this.page?.portfolio?.id;
    if (!portfolioId) return undefined;
    const made = await this.#try(() => hangPiece(portfolioId, piece));
    this.takenDown = undefined;
    return made?.id;
  }

  async takeDown(item: HungPiece): Promise<void> {
    const section = this.sections.find(({ items }) => items.some(({ id }) => id === item.id));
    if (!section) return;
    const at = section.items.findIndex(({ id }) => id === item.id);
    const place = { section: section.key, after: section.items[at - 1]?.id ?? null };
    await this.#try(() => takeDownPiece(item.id));
    if (!this.standing(item.id)) this.takenDown = { item, place };
  }

  async hangAgain(): Promise<string | undefined> {
    if (!this.takenDown) return undefined;
    const { item, place } = this.takenDown;
    return await this.hang({
      workSampleId: item.workSampleId,
      privateNote: item.privateNote ?? "",
      prompt: item.prompt,
      ...place,
    });
  }

  /** Makes a section after the others; its key once it is there. */
  async makeSection(name: string): Promise<string | undefined> {
    const portfolioId = this.page?.portfolio?.id;
    const after = this.sections.at(-1)?.key ?? null;
    if (!portfolioId) return undefined;
    const made = await this.#try(() => makeSection(portfolioId, { name, after }));
    return made && `own-${made.id}`;
  }

  /** Moves a section of her own one part earlier or later; where it stands then, counted from one. */
  async moveSection(id: string, by: 1 | -1): Promise<number> {
    const keys = this.sections.map(({ key }) => key);
    const at = keys.indexOf(`own-${id}`);
    const after = by === 1 ? (keys[at + 1] ?? null) : (keys[at - 2] ?? null);
    await this.#try(() => moveSection(id, after));
    return this.sections.findIndex(({ own }) => own?.id === id) + 1;
  }

  removeSection = (id: string) => this.#try(() => removeSection(id));

  /** Shows the piece, or only one thing she wrote about it. */
  showOnly = (item: HungPiece, prompt: string | null) =>
    this.#try(() => notePiece(item.id, { field: "prompt", base: item.prompt, value: prompt }));

  /** Shows things on the stage, or leaves them off; the screen is first. */
  async choose(things: readonly StageThing[], isOnStage: boolean): Promise<void> {
    const portfolio = this.page?.portfolio;
    if (!this.page || !portfolio) return;
    const chosen = things.map(({ thing }) => thing);
    const now = portfolio.things.map((each) => (chosen.includes(each.thing) ? { ...each, isOnStage } : each));
    this.page = { ...this.page, portfolio: { ...portfolio, things: now } };
    await this.#try(async () => {
      for (const thing of chosen) await chooseForStage(portfolio.id, { thing, isOnStage });
    });
  }

  /** Moves a goal among the goals or a result among the results, the screen first; where it stands then. */
  async moveThing(thing: StageThing, after: string | null): Promise<{ place: number; count: number }> {
    const portfolio = this.page?.portfolio;
    if (this.page && portfolio) {
      const things = movedThing(portfolio.things, thing.thing, after);
      this.page = { ...this.page, portfolio: { ...portfolio, things } };
      await this.#try(() => moveThing(portfolio.id, { thing: thing.thing, after }));
    }
    const part = this.page?.portfolio?.things.filter(({ segment }) => segment === thing.segment) ?? [];
    return { place: part.findIndex((each) => each.thing === thing.thing) + 1, count: part.length };
  }

  /** Where a piece stands now. */
  standing(itemId: string): Standing | undefined {
    const section = this.sections.find(({ items }) => items.some(({ id }) => id === itemId));
    const place = section ? section.items.findIndex(({ id }) => id === itemId) + 1 : 0;
    return section && { section, place, count: section.items.length };
  }

  #show(sections: PortfolioSection[]): void {
    if (this.page?.portfolio) this.page = { ...this.page, portfolio: { ...this.page.portfolio, sections } };
  }

  async #try<T>(act: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await act();
      await this.load();
      return result;
    } catch (thrown) {
      await this.load();
      this.problem = thrown;
      return undefined;
    }
  }
}

/** The sections with one piece in its new place. */
export function moved(
  sections: PortfolioSection[],
  itemId: string,
  { section, after }: Placing,
): PortfolioSection[] {
  const item = sections.flatMap(({ items }) => items).find(({ id }) => id === itemId);
  if (!item) return sections;
  return sections.map((each) => {
    const others = each.items.filter(({ id }) => id !== itemId);
    if (each.key !== section) return { ...each, items: others };
    const at = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1;
    return { ...each, items: [...others.slice(0, at), item, ...others.slice(at)] };
  });
}

/** Where one step leads; undefined at the very beginning and the very end. */
export function placeAfterStep(
  sections: PortfolioSection[],
  itemId: string,
  by: 1 | -1,
): Placing | undefined {
  const from = sections.findIndex(({ items }) => items.some(({ id }) => id === itemId));
  const here = sections[from];
  if (!here) return undefined;
  const at = here.items.findIndex(({ id }) => id === itemId);
  const inside = at + by >= 0 && at + by < here.items.length;
  if (inside) return { section: here.key, after: here.items[by === 1 ? at + 1 : at - 2]?.id ?? null };
  const next = sections[from + by];
  return next && { section: next.key, after: by === 1 ? null : (next.items.at(-1)?.id ?? null) };
}
