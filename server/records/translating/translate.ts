import type { Actor } from "#server/access/actor.ts";
import { digestOf } from "#server/canonical.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Refused } from "#server/http/problems.ts";
import { formOf } from "../content/form-of.ts";
import { readLiveContent } from "../content/live-content.ts";
import { sealableBy } from "../record.access.ts";
import { lockRecord } from "../record.queries.ts";
import { textsWritten } from "./texts-written.ts";
import type { Translating } from "./translation.contract.ts";

/**
 * Keeps a person's translation of words that stand in the record; empty words take it back. The reading aloud stands:
 * nothing that was agreed changes. Throws 409 `already-sealed` once the record is finished, 404 where the words do not
 * stand there.
 */
export async function translate(
  tx: Tx,
  actor: Actor,
  recordId: string,
  { source, language, words }: Translating,
): Promise<void> {
  const record = await lockRecord(tx, actor, recordId, sealableBy(actor));
  if (record.state !== "draft" && record.state !== "read-back") throw new Refused("already-sealed");
  const { core, annexes } = await readLiveContent(tx, actor, record);
  const texts = [core, ...annexes].flatMap((part) => textsWritten(part, formOf(core)));
  if (!texts.some(({ text }) => text === source)) throw new NotFound("words");
  const { districtId, personId: writtenBy, now: writtenAt } = actor;
  const key = { districtId, recordId, sourceSha256: digestOf(source), language };
  await tx
    .deleteFrom("recordTranslation")
    .where("districtId", "=", districtId)
    .where("recordId", "=", recordId)
    .where("sourceSha256", "=", key.sourceSha256)
    .where("language", "=", language)
    .execute();
  if (words.trim() === "") return;
  await tx
    .insertInto("recordTranslation")
    .values({ ...key, source, words: words.trim(), writtenBy, writtenAt })
    .execute();
}
