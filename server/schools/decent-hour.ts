import { sql } from "kysely";
import type { Rule } from "#server/access/relations.ts";
import type { Db } from "#server/database/connect.ts";

/** From eight in the morning until seven in the evening by the clock of `school`: when people like to hear from it. */
export const isDecentHour = (now: Date): Rule =>
  sql`extract(hour from ${now}::timestamptz at time zone school.time_zone) between 8 and 18`;

/** The districts with a school at which it is a decent hour to write to people. */
export async function listAwakeDistricts(db: Db, now: Date): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select district.id from district where exists (select 1 from school
    where school.district_id = district.id and ${isDecentHour(now)}) order by district.id`.execute(db);
  return rows.map(({ id }) => id);
}
