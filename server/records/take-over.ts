import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Rule } from "#server/access/relations.ts";
import type { Db, Tx } from "#server/database/connect.ts";

interface WrittenAhead {
  readonly studentId: string;
  readonly seasonId: string;
  /** A select of field, words, language and who wrote them (`written_by`). */
  readonly written: RawBuilder<unknown>;
  /** Whether what a record says in that field already, a row of record_field under the given name, gives way. */
  readonly givesWay: (known: "known" | "recordField") => Rule;
}

/**
 * Takes what was written ahead into the drafts of a student's records of a season: into every field nobody wrote in
 * yet, and where what stands there gives way. That is asked twice: before the revision grows, and by the conflict clause
 * of the newest committed value, so that what is typed in the room meanwhile stands.
 */
export async function takeOver(
  db: Db | Tx,
  actor: Actor,
  { studentId, seasonId, written, givesWay }: WrittenAhead,
): Promise<void> {
  await sql`
    with ahead as (
      select field, language, ${inRecord(sql.ref("words"))} as value, written_by from (${written}) written
    ), news as (
      select record.district_id, record.id, ahead.* from conference_record record
      join conference on conference.district_id = record.district_id and conference.id = record.conference_id
      cross join ahead
      left join record_field known on known.district_id = record.district_id and known.record_id = record.id
        and known.part = 'core' and known.field = ahead.field
      where record.district_id = ${actor.districtId} and record.student_id = ${studentId} and record.state = 'draft'
        and conference.season_id = ${seasonId} and conference.state <> 'cancelled'
        and (ahead.field not like 'own.%' or ${hasOwnField})
        and case when known.field is null then ahead.value <> 'null'::jsonb
          else ${givesWay("known")} and known.value <> ahead.value end
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
        saved_by = excluded.saved_by, saved_at = excluded.saved_at
      where ${givesWay("recordField")}`.execute(db);
}

/** Whether the version of its school's form a record began with asks the student for that field. */
const hasOwnField = sql`exists (select 1 from record_template_version form
  where form.district_id = record.district_id and form.template_id = record.record_template_id
    and form.version = record.record_template_version
    and jsonb_path_exists(form.definition, '$.sections[*].fields[*] ? (@.is == "own" && @.by == "student" && @.key == $key)',
      jsonb_build_object('key', substr(ahead.field, 5))))`;

/** Words (a column or value) as a record keeps them: a field without any is empty. */
export const inRecord = (words: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case when btrim(${words}) = '' then 'null'::jsonb else to_jsonb(${words}) end`;
