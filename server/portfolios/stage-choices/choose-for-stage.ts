import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Refused } from "#server/http/problems.ts";
import { lockPortfolio } from "../portfolio.queries.ts";
import { gatherThings } from "./gather-things.ts";
import type { StageChoice } from "./stage-choice.contract.ts";
import { deleteKeptOff, insertKeptOff } from "./stage-choice.queries.ts";

/** The student places a thing on the stage or leaves it off. */
export async function chooseForStage(
  tx: Tx,
  actor: Actor,
  portfolioId: string,
  { thing, isOnStage }: StageChoice,
): Promise<void> {
  const { seasonId, seasonState } = await lockPortfolio(tx, actor, portfolioId);
  if (seasonState === "closed") throw new Refused("season-closed", "These conferences are over.");
  const things = await gatherThings(tx, actor, { studentId: actor.personId, seasonId });
  if (!things.some((each) => each.thing === thing))
    throw new Invalid("thing", "There is no such thing to show.");
  await (isOnStage ? deleteKeptOff : insertKeptOff)(tx, actor, portfolioId, thing);
}
