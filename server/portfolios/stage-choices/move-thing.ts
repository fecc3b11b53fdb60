import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Refused } from "#server/http/problems.ts";
import { lockPortfolio } from "../portfolio.queries.ts";
import { gatherThings, type Thing } from "./gather-things.ts";
import type { StageMove } from "./stage-choice.contract.ts";
import { placeThings } from "./stage-order.queries.ts";

/** Moves a goal among the goals or a result among the results; the parts themselves keep the agenda's order. */
export async function moveThing(
  tx: Tx,
  actor: Actor,
  portfolioId: string,
  { thing, after }: StageMove,
): Promise<void> {
  const { seasonId, seasonState } = await lockPortfolio(tx, actor, portfolioId);
  if (seasonState === "closed") throw new Refused("season-closed", "These conferences are over.");
  const things = await gatherThings(tx, actor, { studentId: actor.personId, seasonId });
  const segment = segmentOf(things, thing);
  if (segment === undefined) throw new Invalid("thing", "There is no such thing to show.");
  if (after !== null && segmentOf(things, after) !== segment)
    throw new Invalid("after", "Things are moved within their own part.");
  const others = namesIn(things, segment).filter((name) => name !== thing);
  const at = after === null ? 0 : others.indexOf(after) + 1;
  await placeThings(tx, actor, portfolioId, [...others.slice(0, at), thing, ...others.slice(at)]);
}

const segmentOf = (things: readonly Thing[], name: string): string | undefined =>
  things.find(({ thing }) => thing === name)?.item.shown.segment;

/** The names in a part, each once: a goal and its promises are one thing. */
const namesIn = (things: readonly Thing[], segment: string): string[] => [
  ...new Set(things.filter(({ item }) => item.shown.segment === segment).map(({ thing }) => thing)),
];
