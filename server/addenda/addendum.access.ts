import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import {
  allOf,
  anyOf,
  isAdviserOf,
  isCaseManagerOf,
  isCounsellorOf,
  isSchoolAdministratorOf,
  type Rule,
} from "#server/access/relations.ts";

const student = sql.ref("conferenceRecord.studentId");

/** Whoever runs the meeting: adviser, co-adviser, or a substitute within her period. */
export const addendumWritableBy = (actor: Actor): Rule =>
  allOf(sql`conference_record.state <> 'erased'`, isAdviserOf(actor, student));

/** Its writers, those they named, and the school's administrators. */
export const addendumReadableBy = (actor: Actor): Rule =>
  anyOf(
    addendumWritableBy(actor),
    allOf(anyOf(isCaseManagerOf(actor, student), isCounsellorOf(actor, student)), wasNamed(actor)),
    isSchoolAdministratorOf(actor, student),
  );

const wasNamed = (actor: Actor): Rule =>
  sql`exists (select 1 from addendum_reader ar where ar.district_id = ${actor.districtId}
    and ar.record_id = conference_record.id and ar.person_id = ${actor.personId})`;
