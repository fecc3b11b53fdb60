import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { rightsStay } from "#server/access/of-age.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { answersFamiliesOf, asksAdviserOf, correspondsAbout, readableBy } from "./correspondence.access.ts";
import type { Correspondence, OwedAnswer, Thread } from "./correspondence.contract.ts";

const student = sql.ref("student.personId");

/** A student's lines as this person may read them, each from its beginning. */
export async function readCorrespondence(db: Db, actor: Actor, studentId: string): Promise<Correspondence> {
  const { rows } =
    await sql<Correspondence>`select student.person_id as student_id, person.given_name as student_name,
      (${adviserName(actor)}) as adviser_name, ${asksAdviserOf(actor, student)} as may_ask,
      ${answersFamiliesOf(actor, student)} as may_answer,
      coalesce((select json_agg(thread.*) from (${threads(actor)}) thread), '[]') as threads
    from student join person on person.district_id = student.district_id and person.id = student.person_id
    where student.district_id = ${actor.districtId} and student.person_id = ${studentId}
      and ${correspondsAbout(actor, student)}`.execute(db);
  return rows[0] ?? missing("student");
}

const missing = (what: string): never => {
  throw new NotFound(what);
};

const threads = (
  actor: Actor,
) => sql<Thread>`select household.id as "householdId", household.name as "householdName",
    bool_or(family_message.side = 'family' and family_message.settled_at is null) as "isOwed",
    json_agg(json_build_object('id', family_message.id, 'authorName', author.given_name || ' ' || author.family_name,
      'side', family_message.side, 'body', family_message.body, 'language', family_message.language,
      'writtenAt', family_message.written_at, 'mine', family_message.author_id = ${actor.personId})
      order by family_message.written_at, family_message.id) as messages
  from family_message
  join household on household.district_id = family_message.district_id and household.id = family_message.household_id
  join person author on author.district_id = family_message.district_id and author.id = family_message.author_id
  where family_message.district_id = ${actor.districtId} and family_message.student_id = student.person_id and ${readableBy(actor)}
  group by household.id, household.name order by max(family_message.written_at) desc`;

/** Who answers: the adviser before a co-adviser or a substitute. */
const adviserName = (
  actor: Actor,
) => sql`select coalesce(a.salutation || ' ' || a.family_name, a.given_name || ' ' || a.family_name)
  from (${advisersToday(actor)}) aa join person a on a.district_id = ${actor.districtId} and a.id = aa.person_id
  order by array_position(array['adviser', 'co-adviser', 'substitute'], aa.part), a.family_name limit 1`;

const advisersToday = (
  actor: Actor,
) => sql`select aa.person_id, aa.part from advisory_adviser aa join advisory_student ast
    on ast.district_id = aa.district_id and ast.advisory_id = aa.advisory_id
  where aa.district_id = ${actor.districtId} and ast.student_id = student.person_id
    and aa.from_on <= ${actor.today}::date and (aa.until_on is null or aa.until_on >= ${actor.today}::date)
    and ast.from_on <= ${actor.today}::date and (ast.until_on is null or ast.until_on >= ${actor.today}::date)`;

/** The family questions that wait for this adviser, the oldest first; one row a household. */
export async function listOwedAnswers(db: Db, actor: Actor): Promise<OwedAnswer[]> {
  const { rows } = await sql<OwedAnswer>`select family_message.student_id,
      person.given_name || ' ' || person.family_name as student_name, family_message.household_id,
      (array_agg(author.given_name || ' ' || author.family_name order by family_message.written_at))[1] as author_name,
      to_json(min(family_message.written_at)) as written_at, count(*) as count
    from family_message
    join person on person.district_id = family_message.district_id and person.id = family_message.student_id
    join person author on author.district_id = family_message.district_id and author.id = family_message.author_id
    where family_message.district_id = ${actor.districtId} and family_message.side = 'family' and family_message.settled_at is null
      and ${answersFamiliesOf(actor, sql.ref("familyMessage.studentId"))}
    group by family_message.student_id, family_message.household_id, person.given_name, person.family_name
    order by min(family_message.written_at) limit 200`.execute(db);
  return rows;
}

/** The guardian's household with this student; whoever may not ask finds none. */
export async function findOwnHousehold(tx: Tx, actor: Actor, studentId: string): Promise<string | undefined> {
  const { rows } = await sql<{ householdId: string }>`select guardianship.household_id from guardianship
    join student on student.district_id = guardianship.district_id and student.person_id = guardianship.student_id
    where guardianship.district_id = ${actor.districtId} and guardianship.guardian_id = ${actor.personId}
      and guardianship.student_id = ${studentId} and ${asksAdviserOf(actor, student)}`.execute(tx);
  return rows[0]?.householdId;
}

/** Holds what one household asked and is owed; false when that household never wrote. */
export async function lockThread(
  tx: Tx,
  actor: Actor,
  { studentId, householdId }: { studentId: string; householdId: string },
): Promise<boolean> {
  const rows = await tx
    .selectFrom("familyMessage")
    .select("familyMessage.id")
    .where("familyMessage.districtId", "=", actor.districtId)
    .where("familyMessage.studentId", "=", studentId)
    .where("familyMessage.householdId", "=", householdId)
    .where(answersFamiliesOf(actor, sql.ref("familyMessage.studentId")))
    .forUpdate()
    .execute();
  return rows.length > 0;
}

/** Nothing of this household's waits any longer. */
export const settle = (
  tx: Tx,
  { districtId, personId, now }: Actor,
  { studentId, householdId }: { studentId: string; householdId: string },
): Promise<unknown> =>
  tx
    .updateTable("familyMessage")
    .set({ settledAt: now, settledBy: personId })
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .where("householdId", "=", householdId)
    .where("side", "=", "family")
    .where("settledAt", "is", null)
    .execute();

export interface Reader {
  readonly personId: string;
  readonly email: string;
  readonly language: string;
}

/** Who advises the student today and has an address. */
export async function listAdvisers(tx: Tx, actor: Actor, studentId: string): Promise<Reader[]> {
  const { rows } = await sql<Reader>`select distinct a.id as person_id, a.email, a.language
    from student join lateral (${advisersToday(actor)}) aa on true
    join person a on a.district_id = student.district_id and a.id = aa.person_id
    where student.district_id = ${actor.districtId} and student.person_id = ${studentId} and a.email is not null
    order by a.id`.execute(tx);
  return rows;
}

/** The guardians of one household who may read the line and may be written to; at 18 only those she let. */
export async function listHome(
  tx: Tx,
  { districtId, today }: Actor,
  { studentId, householdId }: { studentId: string; householdId: string },
): Promise<Reader[]> {
  const { rows } = await sql<Reader>`select p.id as person_id, p.email, p.language from guardianship g
    join person p on p.district_id = g.district_id and p.id = g.guardian_id
    join student s on s.district_id = g.district_id and s.person_id = g.student_id
    where g.district_id = ${districtId} and g.student_id = ${studentId} and g.household_id = ${householdId}
      and p.email is not null and g.may_be_contacted and (g.may_inspect_records or g.may_attend)
      and g.from_on <= ${today}::date and (g.until_on is null or g.until_on >= ${today}::date)
      and ${rightsStay({ student: "s", guardianship: "g", today, to: "either" })}
    order by p.id`.execute(tx);
  return rows;
}
