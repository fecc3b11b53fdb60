import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { carrySupport } from "#server/interventions/carry-support.ts";
import { beginRecord } from "../record.queries.ts";

/** Only of the part that was stopped: how it ended is not carried. */
const ofTheEnding = ["remains", "continuesOn", "continuation", "nextStep"];

/** Begins the record of a meeting that goes on, with everything that was written in the first part. */
export async function carryRecord(tx: Tx, actor: Actor, place: { from: string; to: string }): Promise<void> {
  await beginRecord(tx, actor, place.to);
  await sql`with carried as (
      insert into record_field (district_id, record_id, part, field, value, language, revision, saved_by, saved_at)
      select written.district_id, next.id, written.part, written.field, written.value, written.language, 1, written.saved_by, written.saved_at
      from record_field written
      join conference_record first on first.district_id = written.district_id and first.id = written.record_id and first.conference_id = ${place.from}
      join conference_record next on next.district_id = written.district_id and next.conference_id = ${place.to}
      where written.district_id = ${actor.districtId} and written.value <> 'null'::jsonb and written.field not in (${sql.join(ofTheEnding)})
      returning record_id
    ) update conference_record set revision = 1 where district_id = ${actor.districtId} and id in (select record_id from carried)`.execute(
    tx,
  );
  await carrySupport(tx, actor, place);
}
