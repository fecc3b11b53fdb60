import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";

interface StatementsOf {
  readonly studentId: string;
  readonly seasonId: string;
}

/**
 * Takes what the student said about herself into the drafts of her records of a season.
 * A field follows her as long as nobody else typed there: what was put down in the room stands.
 */
export async function takeOverStatements(
  db: Db | Tx,
  actor: Actor,
  { studentId, seasonId }: StatementsOf,
): Promise<void> {
  await sql`
    with said as (
      select field, language, case when btrim(words) = '' then 'null'::jsonb else to_jsonb(words) end as value
      from statement where district_id = ${actor.districtId} and student_id = ${studentId} and season_id = ${seasonId}
    ), news as (
      select record.district_id, record.id, said.field, said.value, said.language from conference_record record
      join conference on conference.district_id = record.district_id and conference.id = record.conference_id
      cross join said
      left join record_field known on known.district_id = record.district_id and known.record_id = record.id
        and known.part = 'core' and known.field = said.field
      where record.district_id = ${actor.districtId} and record.student_id = ${studentId} and record.state = 'draft'
        and conference.season_id = ${seasonId} and conference.state <> 'cancelled'
        and case when known.field is null then said.value <> 'null'::jsonb
          else known.saved_by = ${studentId} and known.value <> said.value end
    ), grown as (
      update conference_record set revision = revision + 1
      where (district_id, id) in (select district_id, id from news) and state = 'draft'
      returning district_id, id, revision
    )
    insert into record_field (district_id, record_id, part, field, value, language, revision, saved_by, saved_at)
    select grown.district_id, grown.id, 'core', news.field, news.value, news.language, grown.revision, ${studentId}, ${actor.now}
    from news join grown on grown.district_id = news.district_id and grown.id = news.id
    on conflict (district_id, record_id, part, field) do update
      set value = excluded.value, language = excluded.language, revision = excluded.revision, saved_at = excluded.saved_at
      where record_field.saved_by = excluded.saved_by`.execute(db);
}
