import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import type { Changes, RecordState } from "./record.contract.ts";
import { studentFields } from "./record-fields.ts";
import { findState, listFields, listSupportPlans } from "./record.queries.ts";

/** What was saved since a revision; a second device in the room asks every two seconds, so nothing new costs one look. */
export async function changesSince(db: Db, actor: Actor, recordId: string, since: number): Promise<Changes> {
  const record = await findState(db, actor, recordId);
  if (!record) throw new NotFound("record");
  const { revision, conferenceId, mayWriteAll } = record;
  const state = record.state as RecordState;
  if (revision <= since || state === "withdrawn" || state === "erased")
    return { revision, state, fields: [], supportPlans: null };
  const fields = await listFields(db, actor, recordId, {
    since,
    only: mayWriteAll ? undefined : studentFields,
  });
  const supportPlans = mayWriteAll ? await listSupportPlans(db, actor, conferenceId) : null;
  return { revision, state, fields, supportPlans };
}
