import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { tombstoneReadableBy } from "../record.access.ts";
import type { Tombstone } from "./erasure.contract.ts";

/** What stays of a record whose content was destroyed; one that still has its content counts as missing. */
export async function readTombstone(db: Db, actor: Actor, recordId: string): Promise<Tombstone> {
  const { rows } = await sql<Tombstone>`select conference_record.number, school.time_zone as zone,
      ${jsonInstant("newest.erased_at")} as erased_at, newest.erased_ground as ground, newest.erased_because as because,
      concat_ws(' ', person.given_name, person.family_name) as erased_by,
      (select json_agg(json_build_object('version', v.version, 'sealedAt', ${jsonInstant("v.sealed_at")},
          'digest', encode(v.digest, 'hex')) order by v.version)
        from record_version v where v.district_id = conference_record.district_id and v.record_id = conference_record.id) as versions
    from conference_record
    join student on student.district_id = conference_record.district_id and student.person_id = conference_record.student_id
    join school on school.district_id = student.district_id and school.id = student.school_id
    join record_version newest on newest.district_id = conference_record.district_id and newest.record_id = conference_record.id
    left join person on person.district_id = newest.district_id and person.id = newest.erased_by
    where conference_record.district_id = ${actor.districtId} and conference_record.id = ${recordId}
      and ${tombstoneReadableBy(actor)}
    order by newest.version desc limit 1`.execute(db);
  const [tombstone] = rows;
  if (!tombstone) throw new NotFound("record");
  return tombstone;
}
