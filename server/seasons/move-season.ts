import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused, Stale } from "#server/http/problems.ts";
import type { SeasonState } from "./season.contract.ts";
import { countUse, putSeason, type LockedSeason } from "./season.queries.ts";

// The way is draft, open, frozen, closed; one step back takes a mistaken press back.
const moves: Record<SeasonState, readonly SeasonState[]> = {
  draft: ["open"],
  open: ["frozen", "draft"],
  frozen: ["closed", "open"],
  closed: ["frozen"],
};

/** What a season's state may become from here. */
export const movesFrom = (state: SeasonState): SeasonState[] => [...moves[state]];

/** Opens, freezes or closes a season, or takes the last such step back. */
export async function moveSeason(
  tx: Tx,
  actor: Actor,
  season: LockedSeason,
  { base, value }: { base: SeasonState; value: SeasonState },
): Promise<void> {
  if (season.state !== base) throw new Stale(season.state, "state");
  if (base === value) return;
  if (!moves[base].includes(value)) throw new Refused("season-step-missing");
  const { toCome, isBegun } = await countUse(tx, actor, season.id);
  if (value === "closed" && toCome > 0) throw new Refused("season-has-conferences");
  if (value === "draft" && isBegun) throw new Refused("season-begun");
  await putSeason(tx, actor, season.id, { state: value });
}
