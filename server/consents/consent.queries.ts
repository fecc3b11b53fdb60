import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import { isOfAge, ofAgeOn } from "#server/access/of-age.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { asksConsentOf, decidesConsentsOf, readsConsentsOf } from "./consent.access.ts";
import type { ConsentChange, Consents } from "./consent.contract.ts";

const student = sql.ref("student.personId");

/** Who answered for the student and what she lets them do; those a document keeps away are not named. */
export async function readConsents(db: Db, actor: Actor, studentId: string): Promise<Consents> {
  const { rows } = await sql<Consents>`select ${ofAgeOn("student")} as from_on,
      ${isOfAge("student", actor.today)} as is_of_age, student.dependency_recorded_on,
      coalesce((select json_agg(each.*) from (${people(actor)}) each), '[]') as people
    from student where student.district_id = ${actor.districtId} and student.person_id = ${studentId}
      and ${readsConsentsOf(actor, student)}`.execute(db);
  return rows[0] ?? missing();
}

const missing = (): never => {
  throw new NotFound("student");
};

const people = (
  actor: Actor,
) => sql`select p.id as "personId", p.given_name || ' ' || p.family_name as name, g.relationship,
    coalesce(c.may_inspect and c.ended_at is null, false) as "mayInspect",
    coalesce(c.may_attend and c.ended_at is null, false) as "mayAttend",
    g.may_inspect_records as "canInspect", g.may_attend as "canAttend",
    (select r.asked_at from adult_consent_request r where r.district_id = g.district_id and r.student_id = g.student_id
      and r.person_id = g.guardian_id) as "askedAt"
  from guardianship g join person p on p.district_id = g.district_id and p.id = g.guardian_id
  left join adult_student_consent c on c.district_id = g.district_id and c.student_id = g.student_id and c.person_id = g.guardian_id
  where g.district_id = ${actor.districtId} and g.student_id = student.person_id and (g.may_inspect_records or g.may_attend)
    and g.from_on <= ${actor.today}::date and (g.until_on is null or g.until_on >= ${actor.today}::date)
  order by p.given_name, p.id`;

export interface Held {
  readonly mayInspect: boolean;
  readonly mayAttend: boolean;
  readonly canInspect: boolean;
  readonly canAttend: boolean;
}

interface Place {
  readonly studentId: string;
  readonly personId: string;
}

/** Holds what she decided about one person; somebody who is not her guardian counts as missing. */
export async function lockConsent(tx: Tx, actor: Actor, { studentId, personId }: Place): Promise<Held> {
  const { rows } =
    await sql<Held>`select coalesce(c.may_inspect and c.ended_at is null, false) as may_inspect,
      coalesce(c.may_attend and c.ended_at is null, false) as may_attend,
      guardianship.may_inspect_records as can_inspect, guardianship.may_attend as can_attend
    from guardianship
    join student on student.district_id = guardianship.district_id and student.person_id = guardianship.student_id
    left join adult_student_consent c on c.district_id = guardianship.district_id and c.student_id = guardianship.student_id
      and c.person_id = guardianship.guardian_id
    where guardianship.district_id = ${actor.districtId} and guardianship.student_id = ${studentId}
      and guardianship.guardian_id = ${personId} and (guardianship.may_inspect_records or guardianship.may_attend)
      and (guardianship.until_on is null or guardianship.until_on >= ${actor.today}::date)
      and ${decidesConsentsOf(actor, student)}
    for update of guardianship`.execute(tx);
  return rows[0] ?? missing();
}

/** Writes what she decided now, and remembers that she did. */
export async function keepConsent(
  tx: Tx,
  { districtId, now }: Actor,
  place: Place,
  { consent, change }: { consent: Pick<Held, "mayInspect" | "mayAttend">; change: ConsentChange },
): Promise<void> {
  const endedAt = consent.mayInspect || consent.mayAttend ? null : now;
  await tx
    .insertInto("adultStudentConsent")
    .values({ districtId, ...place, ...consent, givenAt: now, endedAt })
    .onConflict((conflict) =>
      conflict
        .columns(["districtId", "studentId", "personId"])
        .doUpdateSet({ ...consent, givenAt: now, endedAt }),
    )
    .execute();
  await tx
    .insertInto("adultConsentDecision")
    .values({
      ...{ districtId, id: uuidv7(), ...place, decidedAt: now },
      field: change.field === "mayInspect" ? "may-inspect" : "may-attend",
      oldValue: change.base,
      newValue: change.value,
    })
    .execute();
}

/** Keeps that a guardian asked; asking again the same day changes nothing. False when she may not ask. */
export async function keepRequest(tx: Tx, actor: Actor, studentId: string): Promise<boolean> {
  const { rows } = await sql`insert into adult_consent_request (district_id, student_id, person_id, asked_at)
    select student.district_id, student.person_id, ${actor.personId}, ${actor.now} from student
    where student.district_id = ${actor.districtId} and student.person_id = ${studentId} and ${asksConsentOf(actor, student)}
    on conflict (district_id, student_id, person_id) do update set asked_at = excluded.asked_at returning 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/** The request is answered, whatever she decided. */
export const dropRequest = (
  tx: Tx,
  { districtId }: Actor,
  { studentId, personId }: Place,
): Promise<unknown> =>
  tx
    .deleteFrom("adultConsentRequest")
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .where("personId", "=", personId)
    .execute();
