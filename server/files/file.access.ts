import { sql, type SqlBool } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { allOf, anyOf, type Rule } from "#server/access/relations.ts";
import { itemReadableBy } from "#server/portfolios/presentation.access.ts";
import { partReadableBy, readableBy as recordReadableBy } from "#server/records/record.access.ts";
import { readableBy as workReadableBy } from "#server/work-samples/work-sample.access.ts";

/** The owner's own. */
export const ownedBy = (actor: Actor): Rule => sql<SqlBool>`stored_file.owner_id = ${actor.personId}`;

/** A file is its owner's; others read it where they may read a piece, a presented item or a signed sheet that holds it, once the scanner let it through. */
export const readableBy = (actor: Actor): Rule =>
  anyOf(ownedBy(actor), allOf(sql`stored_file.scan in ('off', 'clean')`, heldInWhatIsReadBy(actor)));

const heldInWhatIsReadBy = (actor: Actor): Rule =>
  anyOf(
    sql`exists (select 1 from work_version join work_sample on work_sample.district_id = work_version.district_id and work_sample.id = work_version.work_sample_id
      where work_version.district_id = stored_file.district_id and work_version.file_id = stored_file.id and ${workReadableBy(actor)})`,
    sql`exists (select 1 from presentation_file
      join presentation_item on presentation_item.district_id = presentation_file.district_id and presentation_item.id = presentation_file.presentation_item_id
      join presentation on presentation.district_id = presentation_item.district_id and presentation.id = presentation_item.presentation_id
      where presentation_file.district_id = stored_file.district_id and presentation_file.file_id = stored_file.id and ${itemReadableBy(actor)})`,
    sql`exists (select 1 from acknowledgement ack
      join conference_record on conference_record.district_id = ack.district_id and conference_record.id = ack.record_id
      where ack.district_id = stored_file.district_id and ack.scan_file_id = stored_file.id and ${recordReadableBy(actor)}
        and (ack.person_id = ${actor.personId} or ${partReadableBy(actor, sql`coalesce(ack.household_id::text, 'her own')`)}))`,
  );

/** The student whose file it is; null for a file of staff. */
export const studentWhoOwns = sql<SqlBool>`(select s.person_id from student s
  where s.district_id = stored_file.district_id and s.person_id = stored_file.owner_id)`;
