import { sql, type Updateable } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isOfAge } from "#server/access/of-age.ts";
import type { Rule } from "#server/access/relations.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import type { Mentorship } from "#server/database/tables.ts";
import { NotFound } from "#server/http/problems.ts";
import { lastSeasonDayOfStudent } from "#server/seasons/current-season.ts";
import { mayBeGiven, proposesMentorsOf } from "./mentor.access.ts";
import type { NewProposal } from "./mentor.contract.ts";

/** A student with one of her mentors. */
export interface Pair {
  readonly studentId: string;
  readonly mentorId: string;
}

/** Keeps what the student asked for; asking twice for the same name is refused by the database. */
export const insertProposal = (
  tx: Tx,
  { districtId, now }: Actor,
  proposal: NewProposal & { id: string; studentId: string },
): Promise<unknown> =>
  tx
    .insertInto("mentorProposal")
    .values({ ...proposal, districtId, state: "proposed", proposedAt: now })
    .execute();

/** How many wishes wait for an answer; the student's row is held while they are counted. */
export async function countOpenProposals(tx: Tx, actor: Actor, studentId: string): Promise<number> {
  await tx
    .selectFrom("student")
    .select("personId")
    .where("student.districtId", "=", actor.districtId)
    .where("student.personId", "=", studentId)
    .where(proposesMentorsOf(actor, sql.ref("student.personId")))
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("student"));
  const { count } = await tx
    .selectFrom("mentorProposal")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("districtId", "=", actor.districtId)
    .where("studentId", "=", studentId)
    .where("state", "=", "proposed")
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Holds a proposal the rule opens to this person. */
export const lockProposal = (tx: Tx, actor: Actor, proposalId: string, rule: Rule) =>
  tx
    .selectFrom("mentorProposal")
    .selectAll()
    .where("mentorProposal.districtId", "=", actor.districtId)
    .where("mentorProposal.id", "=", proposalId)
    .where(rule)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("proposal"));

/** Writes what became of a proposal that is held. */
export const settleProposal = (
  tx: Tx,
  actor: Actor,
  proposalId: string,
  settled: { state: "approved" | "declined" | "withdrawn"; answer?: string; mentorId?: string },
): Promise<unknown> =>
  tx
    .updateTable("mentorProposal")
    .set({ ...settled, answeredBy: actor.personId, answeredAt: actor.now })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", proposalId)
    .execute();

/** Who in the district signs in with an address, and what she already is to this student. */
export async function findByAddress(
  tx: Tx,
  { districtId, today }: Actor,
  { studentId, email }: { studentId: string; email: string },
): Promise<{ personId: string; isFamily: boolean; isMinor: boolean } | undefined> {
  const { rows } = await sql<{ personId: string; isFamily: boolean; isMinor: boolean }>`select n.person_id,
      exists (select 1 from guardianship g where g.district_id = n.district_id and g.guardian_id = n.person_id and g.student_id = ${studentId})
        or n.person_id = ${studentId} as is_family,
      exists (select 1 from student s where s.district_id = n.district_id and s.person_id = n.person_id
        and not ${isOfAge("s", today)}) as is_minor
    from sign_in_name n where n.district_id = ${districtId} and n.kind = 'email' and n.value = ${email.trim().toLowerCase()}`.execute(
    tx,
  );
  return rows[0];
}

/** Begins a mentorship, or begins it again: earlier consents are not carried over. */
export async function putMentorship(
  tx: Tx,
  { districtId, personId, now }: Actor,
  { studentId, mentorId }: Pair,
  facts: { line: string; isMinor: boolean; expiresAt: Date },
): Promise<void> {
  const begun = {
    ...facts,
    state: "approved",
    approvedBy: personId,
    approvedAt: now,
    numbersConsentAt: null,
    numbersConsentBy: null,
    recordConsentAt: null,
    recordConsentBy: null,
    endedAt: null,
    endedBy: null,
    endedAs: null,
    endedBecause: "",
  };
  await tx
    .insertInto("mentorship")
    .values({ districtId, studentId, mentorId, ...begun })
    .onConflict((conflict) => conflict.columns(["districtId", "studentId", "mentorId"]).doUpdateSet(begun))
    .execute();
}

/** Holds a mentorship that goes on, where the rule opens the student's mentors to this person. */
export async function lockMentorship(tx: Tx, actor: Actor, { studentId, mentorId }: Pair, rule: Rule) {
  return await tx
    .selectFrom("mentorship")
    .selectAll()
    .where("mentorship.districtId", "=", actor.districtId)
    .where("mentorship.studentId", "=", studentId)
    .where("mentorship.mentorId", "=", mentorId)
    .where("mentorship.state", "=", "approved")
    .where(rule)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("mentor"));
}

/** Changes a mentorship that is held. */
export const changeMentorship = (
  tx: Tx,
  { districtId }: Actor,
  { studentId, mentorId }: Pair,
  change: Updateable<Mentorship>,
): Promise<unknown> =>
  tx
    .updateTable("mentorship")
    .set(change)
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .where("mentorId", "=", mentorId)
    .execute();

/** Opens one shown thing to a mentor until her mentorship expires; false when it is not one that may be opened. */
export async function giveItem(
  tx: Tx,
  { districtId }: Actor,
  { studentId, mentorId }: Pair,
  itemId: string,
): Promise<boolean> {
  const { rows } =
    await sql`insert into mentor_item (district_id, presentation_item_id, mentor_id, expires_at)
    select mentorship.district_id, presentation_item.id, mentorship.mentor_id, mentorship.expires_at
    from mentorship
    join presentation on presentation.district_id = mentorship.district_id and presentation.student_id = mentorship.student_id and presentation.state = 'ended'
    join presentation_item on presentation_item.district_id = presentation.district_id and presentation_item.presentation_id = presentation.id
    where mentorship.district_id = ${districtId} and mentorship.student_id = ${studentId} and mentorship.mentor_id = ${mentorId}
      and presentation_item.id = ${itemId} and presentation_item.withdrawn_at is null and mentorship.expires_at is not null and ${mayBeGiven}
    on conflict (district_id, presentation_item_id, mentor_id) do update set expires_at = excluded.expires_at
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** Closes one shown thing to a mentor; false when it was not open. */
export async function takeItem(
  tx: Tx,
  { districtId }: Actor,
  { studentId, mentorId }: Pair,
  itemId: string,
): Promise<boolean> {
  const { rows } = await sql`delete from mentor_item mi using presentation_item pi, presentation pr
    where mi.district_id = ${districtId} and mi.mentor_id = ${mentorId} and mi.presentation_item_id = ${itemId}
      and pi.district_id = mi.district_id and pi.id = mi.presentation_item_id
      and pr.district_id = pi.district_id and pr.id = pi.presentation_id and pr.student_id = ${studentId} returning 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Closes everything a mentor was given of this student's. */
export const takeAllItems = (tx: Tx, { districtId, now }: Actor, { studentId, mentorId }: Pair) =>
  sql`update mentor_item mi set expires_at = ${now} from presentation_item pi, presentation pr
    where mi.district_id = ${districtId} and mi.mentor_id = ${mentorId} and pi.district_id = mi.district_id
      and pi.id = mi.presentation_item_id and pr.district_id = pi.district_id and pr.id = pi.presentation_id
      and pr.student_id = ${studentId} and mi.expires_at > ${now}`.execute(tx);

/** The student's school: its name, its clocks and the end of what is open to her there. */
export async function readSchoolOf(
  db: Db,
  actor: Actor,
  studentId: string,
): Promise<{ name: string; zone: string; seasonEndsOn: string | null; yearEndsOn: string | null }> {
  const { rows } = await sql<{
    name: string;
    zone: string;
    seasonEndsOn: string | null;
    yearEndsOn: string | null;
  }>`select school.name, school.time_zone as zone,
      ${lastSeasonDayOfStudent(actor)} as season_ends_on,
      (select max(y.ends_on) from school_year y where y.district_id = school.district_id and y.school_id = school.id) as year_ends_on
    from student join school on school.district_id = student.district_id and school.id = student.school_id
    where student.district_id = ${actor.districtId} and student.person_id = ${studentId}`.execute(db);
  if (!rows[0]) throw new NotFound("student");
  return rows[0];
}
