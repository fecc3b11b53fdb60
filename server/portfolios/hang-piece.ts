import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound, Refused } from "#server/http/problems.ts";
import { editWorkSample } from "#server/work-samples/edit-work-sample.ts";
import type { NewHanging, Placing } from "./portfolio.contract.ts";
import { needsAnswer } from "./needs-answer.ts";
import { agendaWith, sectionKeys } from "./sections/own-sections.ts";
import { listOwnSections } from "./sections/section.queries.ts";
import { arrange, insertItem, isOnShelf, listHangings, lockPortfolio } from "./portfolio.queries.ts";

/** Hangs a piece of the student's own and lets her adviser see it: the wall is what they prepare together. */
export async function hangPiece(
  tx: Tx,
  actor: Actor,
  portfolioId: string,
  { workSampleId, privateNote, prompt = null, ...place }: NewHanging,
): Promise<string> {
  await holdFor(tx, actor, portfolioId, place.section);
  if (!(await isOnShelf(tx, actor, workSampleId))) throw new NotFound("work sample");
  await needsAnswer(tx, actor, workSampleId, prompt);
  await editWorkSample(tx, actor, workSampleId, { field: "sharedWithAdviser", base: false, value: true });
  const id = uuidv7();
  await insertItem(tx, actor, { id, portfolioId, workSampleId, section: place.section, privateNote, prompt });
  await putInPlace(tx, actor, portfolioId, id, place);
  return id;
}

/** Holds a portfolio whose pieces may still be moved: not once its season stands still or is over. */
export async function holdMovable(tx: Tx, actor: Actor, portfolioId: string) {
  const portfolio = await lockPortfolio(tx, actor, portfolioId);
  if (portfolio.seasonState === "closed") throw new Refused("season-closed");
  if (portfolio.seasonState === "frozen") throw new Refused("season-frozen");
  return portfolio;
}

/** Holds the portfolio for a change of this section. */
export async function holdFor(tx: Tx, actor: Actor, portfolioId: string, section: string): Promise<void> {
  const { agenda, seasonId } = await holdMovable(tx, actor, portfolioId);
  const own = await listOwnSections(tx, actor, { studentId: actor.personId, seasonId });
  if (!sectionKeys(agendaWith(agenda, own)).includes(section))
    throw new Invalid("section", "There is no such part in these conferences.");
}

/** Puts a piece after another one of its section; when that one has moved on meanwhile, last. */
export async function putInPlace(
  tx: Tx,
  actor: Actor,
  portfolioId: string,
  itemId: string,
  { section, after }: Placing,
): Promise<void> {
  const others = (await listHangings(tx, actor, portfolioId)).filter(({ id }) => id !== itemId);
  const neighbours = others.filter((each) => each.section === section);
  const index = after === null ? 0 : neighbours.findIndex(({ id }) => id === after) + 1 || neighbours.length;
  await arrange(tx, actor, [
    ...others.filter((each) => each.section !== section),
    ...neighbours.slice(0, index),
    { id: itemId, section },
    ...neighbours.slice(index),
  ]);
}
