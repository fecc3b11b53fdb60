import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { rightsStay } from "#server/access/of-age.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { guardianKeptBy, readsContactsOf } from "#server/people/person.access.ts";
import type { GuardianOfStudent } from "#server/people/students/student-file.contract.ts";

/** Who answers for a student, those in force first. */
export async function listGuardians(db: Db, actor: Actor, studentId: string): Promise<GuardianOfStudent[]> {
  const { rows } =
    await sql<GuardianOfStudent>`select person.id as person_id, person.given_name, person.family_name,
      person.own_script_name, person.language, person.email, person.phone, gs.relationship, gs.household_id,
      household.name as household_name, gs.lives_with, gs.may_inspect_records, gs.may_attend, gs.may_be_contacted,
      gs.court_document, gs.from_on, gs.until_on, ${rightsPassed(actor)} as rights_passed,
      (select ${jsonInstant("o.createdAt")} from outgoing_message o where o.district_id = gs.district_id and o.person_id = gs.guardian_id
        and o.template = 'invitation' order by o.id desc limit 1) as invited_at,
      exists (select 1 from session se where se.account_id = person.account_id) as has_signed_in,
      ${guardianKeptBy(actor)} as may_edit,
      coalesce((select json_agg(json_build_object('name', concat_ws(' ', other.given_name, nullif(other.family_name, '')),
          'schoolName', school.name) order by other.given_name)
        from guardianship og join student os on os.district_id = og.district_id and os.person_id = og.student_id
        join person other on other.district_id = og.district_id and other.id = og.student_id
        join school on school.district_id = os.district_id and school.id = os.school_id
        where og.district_id = gs.district_id and og.guardian_id = gs.guardian_id and og.student_id <> gs.student_id
          and (og.until_on is null or og.until_on >= ${actor.today}::date)), '[]') as also_answers_for
    from guardianship gs
    join student on student.district_id = gs.district_id and student.person_id = gs.student_id
    join person on person.district_id = gs.district_id and person.id = gs.guardian_id
    join household on household.district_id = gs.district_id and household.id = gs.household_id
    where gs.district_id = ${actor.districtId} and gs.student_id = ${studentId}
      and ${readsContactsOf(actor, sql.ref("gs.studentId"))}
    order by gs.until_on is not null, household.name, person.family_name, person.given_name, person.id`.execute(
      db,
    );
  return rows;
}

/** At 18 the rights are the student's, unless she or the tax rule lets a guardian stay (34 CFR 99.5, 99.31(a)(8)). */
const rightsPassed = ({ today }: Actor) =>
  sql`not ${rightsStay({ student: "student", guardianship: "gs", today, to: "inspect" })}`;

/** The households a student's family has, her brothers' and sisters' among them. */
export async function listHouseholds(
  db: Db,
  actor: Actor,
  studentId: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select household.id, household.name from household
    where household.district_id = ${actor.districtId} and ${isOfFamily(actor, studentId)}
      and ${readsContactsOf(actor, sql`${studentId}::uuid`)}
    order by household.name, household.id`.execute(db);
  return rows;
}

/** A household of somebody who answers for the student, here or for another child. */
const isOfFamily = (
  { districtId }: Actor,
  studentId: string,
) => sql`household.id in (select their.household_id from guardianship own
  join guardianship their on their.district_id = own.district_id and their.guardian_id = own.guardian_id
  where own.district_id = ${districtId} and own.student_id = ${studentId})`;

/** Whether a household is one of this family, or of the person who is to answer for the student now. */
export async function isHouseholdOf(
  tx: Tx,
  actor: Actor,
  { householdId, studentId, guardianId }: { householdId: string; studentId: string; guardianId: string },
): Promise<boolean> {
  const { rows } = await sql`select 1 from household where household.district_id = ${actor.districtId}
    and household.id = ${householdId} and (${isOfFamily(actor, studentId)} or exists (select 1 from guardianship g
      where g.district_id = ${actor.districtId} and g.guardian_id = ${guardianId} and g.household_id = household.id))`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Holds how somebody answers for a student. Callers hold the student. */
export const lockGuardianship = (
  tx: Tx,
  { districtId }: Actor,
  ids: { studentId: string; guardianId: string },
) =>
  tx
    .selectFrom("guardianship")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "guardianship.districtId")
        .onRef("person.id", "=", "guardianship.guardianId"),
    )
    .selectAll("guardianship")
    .select(["person.givenName", "person.familyName"])
    .where("guardianship.districtId", "=", districtId)
    .where("guardianship.studentId", "=", ids.studentId)
    .where("guardianship.guardianId", "=", ids.guardianId)
    .forUpdate("guardianship")
    .executeTakeFirst();

/** The children somebody answers for today. */
export async function listChildren(tx: Tx, { districtId, today }: Actor, guardianId: string) {
  return await tx
    .selectFrom("guardianship")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "guardianship.districtId")
        .onRef("person.id", "=", "guardianship.studentId"),
    )
    .select(["guardianship.studentId", "guardianship.mayBeContacted", "person.givenName"])
    .where("guardianship.districtId", "=", districtId)
    .where("guardianship.guardianId", "=", guardianId)
    .where((eb) => eb.or([eb("guardianship.untilOn", "is", null), eb("guardianship.untilOn", ">=", today)]))
    .orderBy("person.givenName")
    .orderBy("guardianship.studentId")
    .execute();
}
