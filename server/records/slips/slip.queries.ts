import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { partReadableBy, readableBy } from "../record.access.ts";

/** A name given after its record was finished, and the record it belongs to. */
export interface LateName {
  readonly recordId: string;
  readonly typedName: string;
  readonly tookPart: boolean;
  readonly receivedCopy: boolean;
  readonly comment: string;
  readonly language: string;
  readonly method: string;
  readonly givenAt: Date;
  readonly isStudent: boolean;
  readonly relationship: string;
  readonly householdId: string | null;
  readonly student: string;
  readonly school: string;
  readonly zone: string;
  readonly season: string;
  readonly number: string;
  readonly version: number;
  readonly sealedAt: Date;
  readonly sealedBy: string;
  readonly digest: Buffer;
}

/** A late name this person may read: her own household's, the student's, for staff all. */
export async function readLateName(
  db: Db,
  actor: Actor,
  { recordId, acknowledgementId }: { recordId: string; acknowledgementId: string },
): Promise<LateName> {
  const { rows } =
    await sql<LateName>`select conference_record.id as record_id, ack.typed_name, ack.took_part,
      ack.received_copy, ack.comment, ack.language, ack.method, ack.given_at, ack.household_id,
      ack.person_id = conference_record.student_id as is_student, coalesce(g.relationship, '') as relationship,
      concat_ws(' ', student.given_name, student.family_name) as student,
      school.name as school, school.time_zone as zone, season.name as season, conference_record.number,
      version.version, version.sealed_at, version.digest, concat_ws(' ', sealer.given_name, sealer.family_name) as sealed_by
    from acknowledgement ack
    join conference_record on conference_record.district_id = ack.district_id and conference_record.id = ack.record_id
    join record_version version on version.district_id = ack.district_id and version.record_id = ack.record_id and version.version = ack.version
    join conference on conference.district_id = ack.district_id and conference.id = conference_record.conference_id
    join season on season.district_id = ack.district_id and season.id = conference.season_id
    join school on school.district_id = ack.district_id and school.id = season.school_id
    join person student on student.district_id = ack.district_id and student.id = conference_record.student_id
    join person sealer on sealer.district_id = ack.district_id and sealer.id = version.sealed_by
    left join guardianship g on g.district_id = ack.district_id and g.student_id = conference_record.student_id and g.guardian_id = ack.person_id
    where ack.district_id = ${actor.districtId} and ack.record_id = ${recordId} and ack.id = ${acknowledgementId}
      and ack.late and ${readableBy(actor)}
      and ${partReadableBy(actor, sql`coalesce(ack.household_id::text, 'core')`)}
    limit 1`.execute(db);
  const [found] = rows;
  if (!found) throw new NotFound("slip");
  return found;
}
