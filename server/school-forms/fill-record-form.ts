import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { NotFound, Refused } from "#server/http/problems.ts";
import { keepCopy } from "#server/records/content/keep-copy.ts";
import { readContent } from "#server/records/content/read-content.ts";
import { fillSchoolForm } from "./fill-school-form.ts";
import { findFormInUse } from "./school-form.queries.ts";
import { recordSlots } from "./slots/record-slots.ts";

type Place = { db: Db; files: Storage };
type Asked = { recordId: string; language: string };

/**
 * A finished record on the school's own form, with what this reader may read and nothing else; the copy's digest is kept.
 * Throws 404 where the school has no form in use, 409 `record-not-finished` for a draft.
 */
export async function fillRecordForm(
  { db, files }: Place,
  actor: Actor,
  { recordId, language }: Asked,
): Promise<{ bytes: Buffer; fileName: string }> {
  const form = await findFormInUse(db, actor, recordId);
  if (!form) throw new NotFound("form");
  const reading = await readContent(db, actor, recordId);
  if (reading.isDraft) throw new Refused("record-not-finished");
  const { bytes } = await fillSchoolForm(files, form, recordSlots(reading, language), language);
  const copy = Buffer.from(bytes);
  const parts = ["core", ...reading.annexes.map(({ householdId }) => householdId)].join("+");
  const part = `${parts} on form ${form.id}`;
  await keepCopy(db, actor, { recordId, version: reading.version ?? 1, part, language, copy });
  const { student, seal } = reading.core;
  const plainName = student.name.replaceAll(/[^\p{L}\p{M}\p{N} .’'-]/gu, " ");
  return { bytes: copy, fileName: `${plainName}, ${form.name} ${seal?.number ?? ""}.pdf` };
}
