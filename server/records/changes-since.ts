import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import type { Changes, ChangesSince, RecordState } from "./record.contract.ts";
import { listStudentFields } from "./record-form.ts";
import type { RoomPresence } from "./room-presence.ts";
import { findState, listFields, listSupportPlans } from "./record.queries.ts";

/** What was saved since a revision; a second device in the room asks every moment or two, so nothing new costs one look. */
export async function changesSince(
  db: Db,
  actor: Actor,
  recordId: string,
  asked: ChangesSince,
  presence: RoomPresence,
): Promise<Changes> {
  const since = Number(asked.since);
  const record = await findState(db, actor, recordId);
  if (!record) throw new NotFound("record");
  const { revision, conferenceId, mayWriteAll } = record;
  const state = record.state as RecordState;
  const company = asked.device ? lookAround(presence, actor, recordId, asked) : alone;
  if (revision <= since || state === "withdrawn" || state === "erased")
    return { revision, state, fields: [], supportPlans: null, ...company };
  const fields = await listFields(db, actor, recordId, {
    since,
    only: mayWriteAll ? undefined : await listStudentFields(db, actor, recordId),
  });
  const supportPlans = mayWriteAll ? await listSupportPlans(db, actor, conferenceId) : null;
  return { revision, state, fields, supportPlans, ...company };
}

const alone = { others: false, stirred: false };

const lookAround = (presence: RoomPresence, actor: Actor, recordId: string, asked: ChangesSince) =>
  presence.note(`${actor.districtId} ${recordId}`, asked.device ?? "", {
    stirred: asked.stirred === "yes",
    now: actor.now.getTime(),
  });
