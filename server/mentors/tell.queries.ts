import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isOfAge } from "#server/access/of-age.ts";
import type { Tx } from "#server/database/connect.ts";

/** Somebody a letter can reach. */
export interface Reachable {
  readonly personId: string;
  readonly address: string;
  readonly language: string;
}

/** Guardians who may inspect and be written to; of a student of 18 nobody: what others see is hers to say. */
export async function listConsentingGuardians(
  tx: Tx,
  { districtId, today }: Actor,
  studentId: string,
): Promise<Reachable[]> {
  const { rows } = await sql<Reachable>`select p.id as person_id, p.email as address, p.language
    from guardianship g join person p on p.district_id = g.district_id and p.id = g.guardian_id and p.email is not null
    join student s on s.district_id = g.district_id and s.person_id = g.student_id
    where g.district_id = ${districtId} and g.student_id = ${studentId} and g.may_be_contacted and g.may_inspect_records
      and g.from_on <= ${today}::date and (g.until_on is null or g.until_on >= ${today}::date)
      and not ${isOfAge("s", today)}
    order by p.id`.execute(tx);
  return rows;
}

/** Adviser, co-adviser and substitute of today who have an address. */
export async function listAdvisers(
  tx: Tx,
  { districtId, today }: Actor,
  studentId: string,
): Promise<Reachable[]> {
  const { rows } = await sql<Reachable>`select distinct p.id as person_id, p.email as address, p.language
    from advisory_student ast join advisory_adviser aa on aa.district_id = ast.district_id and aa.advisory_id = ast.advisory_id
    join person p on p.district_id = aa.district_id and p.id = aa.person_id and p.email is not null
    where ast.district_id = ${districtId} and ast.student_id = ${studentId}
      and ast.from_on <= ${today}::date and (ast.until_on is null or ast.until_on >= ${today}::date)
      and aa.from_on <= ${today}::date and (aa.until_on is null or aa.until_on >= ${today}::date)
    order by p.id`.execute(tx);
  return rows;
}

/** A person with her names, and her address where she has one. */
export const findPerson = (tx: Tx, { districtId }: Actor, personId: string) =>
  tx
    .selectFrom("person")
    .select(["id as personId", "email as address", "language", "givenName"])
    .select(sql<string>`given_name || ' ' || family_name`.as("name"))
    .where("districtId", "=", districtId)
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
