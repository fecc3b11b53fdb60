import type { Actor } from "#server/access/actor.ts";
import { canonicalJson, digestOf } from "#server/canonical.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused, Stale } from "#server/http/problems.ts";
import { voidAcknowledgements } from "../change-record.ts";
import { readLiveContent, type RecordRef } from "../content/live-content.ts";
import { sealableBy } from "../record.access.ts";
import { lockRecord } from "../record.queries.ts";

/** Fixes what is read aloud: the names typed from now on stand under exactly this. */
export async function readBack(tx: Tx, actor: Actor, recordId: string, revision: number): Promise<number> {
  const record = await lockRecord(tx, actor, recordId, sealableBy(actor));
  if (record.state !== "draft" && record.state !== "read-back") throw new Refused("record-finished");
  if (record.revision !== revision) throw new Stale(record.revision, "revision");
  const digest = await digestOfContent(tx, actor, record);
  const isSame = record.readBackRevision === revision && record.readBackDigest?.equals(digest);
  if (!isSame) await voidAcknowledgements(tx, actor, recordId);
  await tx
    .updateTable("conferenceRecord")
    .set({ state: "read-back", readBackRevision: revision, readBackDigest: digest })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", recordId)
    .execute();
  return revision;
}

/**
 * What was read aloud, in one number: names come after it, when the meeting ended or somebody had to go is not read out,
 * what a translator adds changes nothing that was agreed, and finishing the other household's record accepts promises without changing a word of them.
 */
export async function digestOfContent(tx: Tx, actor: Actor, record: RecordRef): Promise<Buffer> {
  const { core, annexes } = await readLiveContent(tx, actor, record);
  const { signed: _signed, conference: _conference, ...said } = core;
  const parts = [said, ...annexes.map(({ signed: _names, ...annex }) => annex)];
  return digestOf(canonicalJson(asRead(parts)));
}

const unread = new Set(["state", "leftAt", "translations"]);

const asRead = <T>(content: T): T =>
  JSON.parse(JSON.stringify(content, (key, value: unknown) => (unread.has(key) ? undefined : value))) as T;
