import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import type { Finding } from "./chain.ts";

/** Numbers a season gave that no finished record bears, and finished records without a version. */
export async function findGaps(db: Db): Promise<Finding[]> {
  return [...(await findLostNumbers(db)), ...(await findLostVersions(db))];
}

/** Numbers are given one after another and never left out (sealing/number.ts). */
async function findLostNumbers(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ season: string; lost: number }>`
    select s.code as season, n as lost from record_number given
    join season s on s.district_id = given.district_id and s.id = given.season_id
    cross join lateral generate_series(1, given.last_number) as n
    where not exists (select 1 from conference_record r
      join conference c on c.district_id = r.district_id and c.id = r.conference_id
      where r.district_id = given.district_id and c.season_id = given.season_id
        and substring(r.number from '([0-9]+)$')::integer = n)
    order by 1, 2`.execute(db);
  return rows.map(({ season, lost }) => ({
    record: `season ${season}, number ${lost}`,
    what: "missing",
    detail: "this number was given, and no record bears it",
  }));
}

async function findLostVersions(db: Db): Promise<Finding[]> {
  const { rows } = await sql<{ number: string | null; id: string }>`
    select r.number, r.id from conference_record r
    where r.number is not null and (not exists (
        select 1 from record_version v where v.district_id = r.district_id and v.record_id = r.id)
      or exists (select 1 from record_version v where v.district_id = r.district_id and v.record_id = r.id
        group by r.id having max(v.version) <> count(*)))
    order by 1, 2`.execute(db);
  return rows.map(({ number, id }) => ({
    record: number ?? id,
    what: "missing",
    detail: "one of its versions is gone",
  }));
}
