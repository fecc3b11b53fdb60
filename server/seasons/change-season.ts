import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Refused, Stale } from "#server/http/problems.ts";
import { portfolioSections, readAgenda } from "./agenda.ts";
import { findYearFor } from "./create-season.ts";
import { moveSeason } from "./move-season.ts";
import { listChoosable } from "#server/record-templates/find-form.ts";
import { listAgendas } from "./season-templates.ts";
import type { SeasonChange } from "./season.contract.ts";
import {
  hasNumbers,
  listSectionsInUse,
  lockSeason,
  putAdvisories,
  putSeason,
  type LockedSeason,
} from "./season.queries.ts";

/** Changes one field of a season; what is over stays as it was until it is taken up again. */
export async function changeSeason(
  tx: Tx,
  actor: Actor,
  seasonId: string,
  change: SeasonChange,
): Promise<void> {
  const season = await lockSeason(tx, actor, seasonId);
  if (change.field === "state") return await moveSeason(tx, actor, season, change);
  if (season.state === "closed") throw new Refused("season-closed");
  if (change.field === "advisories") return await chooseAdvisories(tx, actor, season, change);
  if (season[change.field] !== change.base) throw new Stale(season[change.field], change.field);
  await check(tx, actor, season, change);
  await putSeason(tx, actor, seasonId, { [change.field]: change.value });
}

type FieldChange = Exclude<SeasonChange, { field: "state" } | { field: "advisories" }>;

async function check(tx: Tx, actor: Actor, season: LockedSeason, change: FieldChange): Promise<void> {
  switch (change.field) {
    case "name":
    case "minutes":
    case "pieces":
      return;
    case "code":
      if (await hasNumbers(tx, actor, season.id)) throw new Refused("season-numbered");
      return;
    case "startsOn":
    case "endsOn":
      return await checkDays(tx, actor, season, { [change.field]: change.value });
    case "agenda":
      return await checkAgenda(tx, actor, season, change.value);
    case "recordTemplateId":
      return await checkForm(tx, actor, season, change.value);
    default:
      return change satisfies never;
  }
}

/** Both days stay in the year in which its advisories were formed. */
async function checkDays(
  tx: Tx,
  actor: Actor,
  season: LockedSeason,
  change: { startsOn?: string; endsOn?: string },
): Promise<void> {
  const yearId = await findYearFor(tx, actor, { ...season, ...change });
  if (yearId !== season.schoolYearId)
    throw new Invalid("endsOn", "These days are in another school year.", "season-outside-year");
}

/** Work that hangs already must find its section again. */
async function checkAgenda(tx: Tx, actor: Actor, season: LockedSeason, key: string): Promise<void> {
  if (!listAgendas().some((agenda) => agenda.key === key))
    throw new Invalid("agenda", "There is no such agenda.", "unknown-template");
  const sections = portfolioSections(readAgenda(key));
  const used = await listSectionsInUse(tx, actor, season.id);
  if (used.some((section) => !sections.includes(section))) throw new Refused("agenda-in-use");
}

/** Records come on a form of the same school that was published; those begun already stay on theirs. */
async function checkForm(tx: Tx, actor: Actor, season: LockedSeason, id: string | null): Promise<void> {
  if (id === null) return;
  const known = await listChoosable(tx, actor, season.schoolId);
  if (!known.some((one) => one.id === id))
    throw new Invalid("recordTemplateId", "There is no such form.", "unknown-template");
}

async function chooseAdvisories(
  tx: Tx,
  actor: Actor,
  season: LockedSeason,
  { base, value }: { base: readonly string[]; value: readonly string[] },
): Promise<void> {
  const inOrder = (ids: readonly string[]) => [...ids].sort().join(" ");
  if (inOrder(season.advisories) !== inOrder(base)) throw new Stale(season.advisories, "advisories");
  const found = await putAdvisories(tx, actor, season, value);
  if (found !== value.length)
    throw new Invalid("advisories", "One of these advisories is not of this year.", "unknown-advisory");
}
