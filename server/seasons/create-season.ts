import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound } from "#server/http/problems.ts";
import type { NewSeason, SeasonSettings } from "./season.contract.ts";
import { findYearOf, insertSeason, putAdvisories, readSettings } from "./season.queries.ts";

const usual = { minutes: 30, agenda: "default", recordTemplateId: null as string | null, pieces: 6 };

/** Begins a season in draft, after the pattern of an earlier one of the same school where one is named. */
export async function createSeason(tx: Tx, actor: Actor, given: NewSeason): Promise<string> {
  const { copyOf, ...facts } = given;
  const schoolYearId = await findYearFor(tx, actor, given);
  const earlier =
    copyOf === null ? null : await readPattern(tx, actor, { seasonId: copyOf, schoolId: facts.schoolId });
  const id = uuidv7();
  await insertSeason(tx, actor, { ...facts, ...patternOf(earlier), id, schoolYearId });
  // Advisories are formed anew each year: those of another year find nobody here.
  if (earlier?.schoolYearId === schoolYearId)
    await putAdvisories(tx, actor, { id, schoolYearId }, earlier.advisories);
  return id;
}

/** The school year a season falls in, or a refusal that names the day to change. */
export async function findYearFor(
  tx: Tx,
  actor: Actor,
  days: Pick<NewSeason, "schoolId" | "startsOn" | "endsOn">,
): Promise<string> {
  if (days.endsOn < days.startsOn)
    throw new Invalid("endsOn", "The last day is before the first.", "days-not-in-order");
  const yearId = await findYearOf(tx, actor, days);
  if (yearId === null) throw new Invalid("endsOn", "No school year holds both days.", "season-outside-year");
  return yearId;
}

async function readPattern(
  tx: Tx,
  actor: Actor,
  { seasonId, schoolId }: { seasonId: string; schoolId: string },
) {
  const earlier = await readSettings(tx, actor, seasonId);
  if (earlier.schoolId !== schoolId) throw new NotFound("season");
  return earlier;
}

function patternOf(earlier: SeasonSettings | null): typeof usual {
  if (earlier === null) return usual;
  const { minutes, agenda, recordTemplateId, pieces } = earlier;
  return { minutes, agenda, recordTemplateId, pieces };
}
