import { formInUse } from "#server/school-forms/form-in-use.ts";
import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { attendedBy, presentationReadableBy, recordReadableBy, reviewableBy } from "./review.access.ts";
import type { Review } from "./review.contract.ts";

type Head = Omit<Review, "notes">;

/** A conference as a family looks back on it; somebody else's counts as missing. */
export async function readReview(db: Db, actor: Actor, conferenceId: string): Promise<Head> {
  const { rows } = await sql<Head>`select conference.id as conference_id, conference.season_id,
      json_build_object('id', person.id, 'givenName', person.given_name, 'name', person.given_name || ' ' || person.family_name) as student,
      (coalesce(conference.started_at, conference.starts_at) at time zone school.time_zone)::date as held_on,
      adviser.given_name || ' ' || adviser.family_name as adviser_name,
      exists (select 1 from participant p where p.district_id = conference.district_id and p.conference_id = conference.id
        and p.person_id = ${actor.personId} and p.attendance in ('present', 'remote')) as came, ${attendedBy(actor)} as is_asked,
      (${presentations(actor)}) as presentation_ids, (${sealedRecord(actor)}) as record, (${withdrawn(actor)}) as record_withdrawn, (${hidden(actor)}) as shown_withdrawn, (${ownAcknowledgement(actor)}) as acknowledged
    from conference
    join student on student.district_id = conference.district_id and student.person_id = conference.student_id
    join school on school.district_id = student.district_id and school.id = student.school_id
    join person on person.district_id = conference.district_id and person.id = conference.student_id
    join person adviser on adviser.district_id = conference.district_id and adviser.id = conference.adviser_id
    where conference.district_id = ${actor.districtId} and conference.id = ${conferenceId} and conference.state = 'ended'
      and ${reviewableBy(actor)}`.execute(db);
  return rows[0] ?? missing();
}

const missing = (): never => {
  throw new NotFound("conference");
};

const presentations = (
  actor: Actor,
) => sql`select coalesce(json_agg(presentation.id order by presentation.number), '[]')
  from presentation where presentation.district_id = ${actor.districtId} and presentation.conference_id = conference.id
    and ${presentationReadableBy(actor)}`;

const sealedRecord = (
  actor: Actor,
) => sql`select json_build_object('id', conference_record.id, 'number', conference_record.number,
    'version', newest.version, 'revision', conference_record.revision, 'sealedAt', to_json(newest.sealed_at), 'corrected', conference_record.state = 'amended',
    'schoolForm', ${formInUse})
  from conference_record join record_version newest on newest.district_id = conference_record.district_id and newest.record_id = conference_record.id
  where conference_record.district_id = ${actor.districtId} and conference_record.conference_id = conference.id
    and conference_record.state in ('sealed', 'amended') and ${recordReadableBy(actor)} order by newest.version desc limit 1`;

const hidden = (actor: Actor) => sql`select exists (select 1 from presentation p
  where p.district_id = ${actor.districtId} and p.conference_id = conference.id and p.state = 'withdrawn')`;

const withdrawn = (actor: Actor) => sql`select exists (select 1 from conference_record r
  where r.district_id = ${actor.districtId} and r.conference_id = conference.id and r.state in ('withdrawn', 'erased'))`;

const ownAcknowledgement = (
  actor: Actor,
) => sql`select json_build_object('slipId', case when ack.late then ack.id end, 'givenAt', to_json(ack.given_at), 'tookPart', ack.took_part,
    'receivedCopy', ack.received_copy, 'typedName', ack.typed_name, 'comment', ack.comment)
  from acknowledgement ack join conference_record r on r.district_id = ack.district_id and r.id = ack.record_id
  where ack.district_id = ${actor.districtId} and r.conference_id = conference.id and ack.person_id = ${actor.personId} and ack.voided_at is null
  order by ack.given_at desc limit 1`;

/** The student and household a note of this guardian belongs to; refuses whoever may not look back on it. */
export async function findNoteTarget(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
): Promise<{ studentId: string; householdId: string; studentName: string } | undefined> {
  const { rows } = await sql<{
    studentId: string;
    householdId: string;
    studentName: string;
  }>`select conference.student_id, guardianship.household_id, person.given_name as student_name
    from conference
    join guardianship on guardianship.district_id = conference.district_id and guardianship.student_id = conference.student_id and guardianship.guardian_id = ${actor.personId}
    join person on person.district_id = conference.district_id and person.id = conference.student_id
    where conference.district_id = ${actor.districtId} and conference.id = ${conferenceId} and conference.state = 'ended' and ${reviewableBy(actor)}`.execute(
    tx,
  );
  return rows[0];
}
