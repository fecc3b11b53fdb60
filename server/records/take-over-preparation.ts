import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";

interface PreparedFor {
  readonly studentId: string;
  readonly seasonId: string;
}

/** A field that was just written ahead, and what stood there before. */
interface Replaced {
  readonly field: string;
  readonly base: string;
}

/**
 * Takes what the adviser wrote ahead into the drafts of a student's records of a season: every field nobody wrote in
 * yet, and the one just `replaced` where the record still says what stood there before.
 */
export async function takeOverPreparation(
  db: Db | Tx,
  actor: Actor,
  { studentId, seasonId }: PreparedFor,
  replaced?: Replaced,
): Promise<void> {
  const isStill = replaced
    ? sql`known.field = ${replaced.field} and known.value = ${inRecord(sql`${replaced.base}::text`)}`
    : sql`false`;
  await sql`
    with prepared as (
      select field, language, ${inRecord(sql.ref("words"))} as value, written_by from preparation
      where district_id = ${actor.districtId} and student_id = ${studentId} and season_id = ${seasonId}
    ), news as (
      select record.district_id, record.id, prepared.* from conference_record record
      join conference on conference.district_id = record.district_id and conference.id = record.conference_id
      cross join prepared
      left join record_field known on known.district_id = record.district_id and known.record_id = record.id
        and known.part = 'core' and known.field = prepared.field
      where record.district_id = ${actor.districtId} and record.student_id = ${studentId} and record.state = 'draft'
        and conference.season_id = ${seasonId} and conference.state <> 'cancelled'
        and case when known.field is null then prepared.value <> 'null'::jsonb
          else ${isStill} and known.value <> prepared.value end
    ), grown as (
      update conference_record set revision = revision + 1
      where (district_id, id) in (select district_id, id from news) and state = 'draft'
      returning district_id, id, revision
    )
    insert into record_field (district_id, record_id, part, field, value, language, revision, saved_by, saved_at)
    select grown.district_id, grown.id, 'core', news.field, news.value, news.language, grown.revision, news.written_by, ${actor.now}
    from news join grown on grown.district_id = news.district_id and grown.id = news.id
    on conflict (district_id, record_id, part, field) do update
      set value = excluded.value, language = excluded.language, revision = excluded.revision,
        saved_by = excluded.saved_by, saved_at = excluded.saved_at`.execute(db);
}

/** A field without words is empty in a record. */
const inRecord = (words: ReturnType<typeof sql.ref>) =>
  sql`case when btrim(${words}) = '' then 'null'::jsonb else to_jsonb(${words}) end`;
