import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { NotFound } from "#server/http/problems.ts";
import { lastSeasonDayOfStudent } from "#server/seasons/current-season.ts";
import type { Barred } from "./may-not-come.ts";
import {
  answersMentorsOf,
  consentsFor,
  endsMentorsOf,
  knowsMentorsOf,
  mayBeGiven,
  proposalReadableBy,
  proposesMentorsOf,
} from "./mentor.access.ts";
import type { ChoosableItem, Mentor, MentorsOf, Proposal } from "./mentor.contract.ts";

type Head = Omit<MentorsOf, "proposals" | "mentors">;

const whose = sql.ref("student.personId");

/** Whose side it is, what lies ahead, and what this person may do about it. */
export async function readHead(db: Db, actor: Actor, studentId: string): Promise<Head> {
  const { rows } =
    await sql<Head>`select json_build_object('id', person.id, 'name', person.given_name || ' ' || person.family_name,
      'givenName', person.given_name) as student, (${coming}) as coming, ${lastSeasonDayOfStudent(actor)} as until_on,
      student.person_id = ${actor.personId} as is_own, ${proposesMentorsOf(actor, whose)} as may_propose,
      ${answersMentorsOf(actor, whose)} as may_answer, ${consentsFor(actor, whose)} as may_consent, ${endsMentorsOf(actor, whose)} as may_end
    from student join person on person.district_id = student.district_id and person.id = student.person_id
    where student.district_id = ${actor.districtId} and student.person_id = ${studentId} and ${knowsMentorsOf(actor, whose)}`.execute(
      db,
    );
  const head = rows[0];
  if (!head) throw new NotFound("student");
  // When she meets is said to those who arrange it: the other home's hour is not for a guardian here.
  return head.isOwn || head.mayAnswer ? head : { ...head, coming: null };
}

const coming = sql`select json_build_object('id', c.id, 'startsAt', ${jsonInstant("c.startsAt")}, 'zone', school.time_zone)
  from conference c join school on school.district_id = student.district_id and school.id = student.school_id
  where c.district_id = student.district_id and c.student_id = student.person_id and c.state = 'planned' order by c.starts_at limit 1`;

/** What the student asked for and was not granted (yet), newest first. */
export const listProposals = (
  db: Db,
  actor: Actor,
  studentId: string,
): Promise<Omit<Proposal, "standing">[]> =>
  db
    .selectFrom("mentorProposal")
    .select(["id", "name", "line", "knownFrom", "email", "language", "isMinor", "state", "answer"])
    .select(sql<string>`${jsonInstant("mentorProposal.proposedAt")}`.as("proposedAt"))
    .select(
      sql<
        string | null
      >`case when ${answersMentorsOf(actor, sql.ref("mentorProposal.studentId"))} then (select person.given_name || ' ' || person.family_name
        from sign_in_name known join person on person.district_id = known.district_id and person.id = known.person_id
        where known.district_id = mentor_proposal.district_id and known.kind = 'email' and known.value = lower(btrim(mentor_proposal.email))) end`.as(
        "belongsTo",
      ),
    )
    .where("mentorProposal.districtId", "=", actor.districtId)
    .where("mentorProposal.studentId", "=", studentId)
    .where("mentorProposal.state", "in", ["proposed", "declined"])
    .where(proposalReadableBy(actor))
    .orderBy("mentorProposal.proposedAt", "desc")
    .orderBy("mentorProposal.id")
    .limit(100)
    .$castTo<Omit<Proposal, "standing">>()
    .execute();

/** Everybody who was ever approved, those of today first; addresses only for the student and the school. */
export async function listMentors(db: Db, actor: Actor, studentId: string): Promise<Mentor[]> {
  const { rows } =
    await sql<Mentor>`select mentorship.mentor_id, person.given_name || ' ' || person.family_name as name,
      coalesce(mentorship.line, '') as line, mentorship.is_minor,
      case when ${isOwnOrSchools(actor)} then person.email end as email,
      case when mentorship.state = 'ended' then 'ended' when mentorship.expires_at <= ${actor.now} then 'expired' else 'approved' end as state,
      (mentorship.expires_at at time zone school.time_zone)::date as until_on,
      mentorship.numbers_consent_at is not null as numbers, mentorship.record_consent_at is not null as record,
      mentorship.ended_as, mentorship.ended_because,
      (select count(*) from mentor_item mi join presentation_item pi on pi.district_id = mi.district_id and pi.id = mi.presentation_item_id
        join presentation pr on pr.district_id = pi.district_id and pr.id = pi.presentation_id
        where mi.district_id = mentorship.district_id and mi.mentor_id = mentorship.mentor_id
          and pr.student_id = mentorship.student_id and mi.expires_at > ${actor.now})::int as items_given
    from mentorship join person on person.district_id = mentorship.district_id and person.id = mentorship.mentor_id
    join student on student.district_id = mentorship.district_id and student.person_id = mentorship.student_id
    join school on school.district_id = student.district_id and school.id = student.school_id
    where mentorship.district_id = ${actor.districtId} and mentorship.student_id = ${studentId}
      and mentorship.state in ('approved', 'ended') and ${knowsMentorsOf(actor, sql.ref("mentorship.studentId"))}
    order by mentorship.state, person.given_name, person.family_name, person.id`.execute(db);
  return rows;
}

const isOwnOrSchools = (actor: Actor) =>
  sql`(mentorship.student_id = ${actor.personId} or ${answersMentorsOf(actor, sql.ref("mentorship.studentId"))})`;

/** Who may not come to this student's conferences, however old the paper: for a comparison, never for a page. */
export async function unsafeListBarred(db: Db, { districtId }: Actor, studentId: string): Promise<Barred[]> {
  const { rows } =
    await sql<Barred>`select array_remove(array[person.given_name || ' ' || person.family_name, person.own_script_name], null) as names,
      array_remove(array[person.email] || array(select n.value from sign_in_name n where n.district_id = person.district_id
        and n.person_id = person.id and n.kind = 'email'), null) as addresses
    from guardianship g join person on person.district_id = g.district_id and person.id = g.guardian_id
    where g.district_id = ${districtId} and g.student_id = ${studentId} and not g.may_attend`.execute(db);
  return rows;
}

/** What the student showed at ended presentations, newest first, and which of it this mentor may keep seeing. */
export async function listChoosable(
  db: Db,
  actor: Actor,
  { studentId, mentorId }: { studentId: string; mentorId: string },
): Promise<ChoosableItem[]> {
  await refuseStranger(db, actor, { studentId, mentorId });
  const { rows } = await sql<ChoosableItem>`select presentation_item.id, presentation_item.kind,
      coalesce(nullif(presentation_item.snapshot ->> 'title', ''), presentation_item.snapshot ->> 'wording', presentation_item.snapshot ->> 'test', left(presentation_item.snapshot ->> 'words', 120), '') as title,
      (presentation.started_at at time zone school.time_zone)::date as shown_on, season.name as season,
      presentation_item.audience = 'numbers' as is_number,
      exists (select 1 from mentor_item mi where mi.district_id = presentation_item.district_id
        and mi.presentation_item_id = presentation_item.id and mi.mentor_id = mentorship.mentor_id and mi.expires_at > ${actor.now}) as given
    from mentorship
    join presentation on presentation.district_id = mentorship.district_id and presentation.student_id = mentorship.student_id and presentation.state = 'ended'
    join presentation_item on presentation_item.district_id = presentation.district_id and presentation_item.presentation_id = presentation.id
    join conference on conference.district_id = presentation.district_id and conference.id = presentation.conference_id
    join season on season.district_id = conference.district_id and season.id = conference.season_id
    join school on school.district_id = season.district_id and school.id = season.school_id
    where mentorship.district_id = ${actor.districtId} and mentorship.student_id = ${studentId} and mentorship.mentor_id = ${mentorId}
      and mentorship.state = 'approved' and presentation_item.withdrawn_at is null
      and ${mayBeGiven} and ${proposesMentorsOf(actor, sql.ref("mentorship.studentId"))}
    order by presentation.started_at desc, presentation_item.position limit 200`.execute(db);
  return rows;
}

async function refuseStranger(
  db: Db,
  { districtId }: Actor,
  { studentId, mentorId }: { studentId: string; mentorId: string },
): Promise<void> {
  await db
    .selectFrom("mentorship")
    .select("mentorId")
    .where("districtId", "=", districtId)
    .where("studentId", "=", studentId)
    .where("mentorId", "=", mentorId)
    .executeTakeFirstOrThrow(() => new NotFound("mentor"));
}
