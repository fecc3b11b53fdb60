import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";

/** Takes the season's next record number, "2026-F-0417"; the row is held until the commit, so none is given twice or left out. */
export async function takeNumber(tx: Tx, actor: Actor, conferenceId: string): Promise<string> {
  const season = await readSeason(tx, actor, conferenceId);
  const { lastNumber } = await tx
    .insertInto("recordNumber")
    .values({ districtId: actor.districtId, seasonId: season.id, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["districtId", "seasonId"])
        .doUpdateSet({ lastNumber: sql<number>`record_number.last_number + 1` }),
    )
    .returning("lastNumber")
    .executeTakeFirstOrThrow();
  return `${prefixOf(season)}-${String(lastNumber).padStart(4, "0")}`;
}

const readSeason = (tx: Tx, { districtId }: Actor, conferenceId: string) =>
  tx
    .selectFrom("conference")
    .innerJoin("season", (join) =>
      join
        .onRef("season.districtId", "=", "conference.districtId")
        .onRef("season.id", "=", "conference.seasonId"),
    )
    .innerJoin("school", (join) =>
      join.onRef("school.districtId", "=", "season.districtId").onRef("school.id", "=", "season.schoolId"),
    )
    .select(["season.id", "season.code", "season.startsOn", "school.code as schoolCode"])
    .select((eb) =>
      eb
        .selectFrom("school as other")
        .select((count) => count.fn.countAll<number>().as("schools"))
        .whereRef("other.districtId", "=", "school.districtId")
        .as("schools"),
    )
    .where("conference.districtId", "=", districtId)
    .where("conference.id", "=", conferenceId)
    .executeTakeFirstOrThrow();

interface Season {
  code: string;
  startsOn: string;
  schoolCode: string;
  schools: number | null;
}

/** A season's code may carry its year already. In a district of several schools the school's code goes before, since numbers are the district's. */
export function prefixOf({ code, startsOn, schoolCode, schools }: Season): string {
  const season = /^\d{4}/.test(code) ? code : `${startsOn.slice(0, 4)}-${code}`;
  return (schools ?? 1) > 1 ? `${schoolCode}-${season}` : season;
}
