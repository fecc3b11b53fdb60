import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Refused, Stale } from "#server/http/problems.ts";
import { reopen } from "./change-record.ts";
import { sealableBy, writableBy } from "./record.access.ts";
import type { FieldSaved, FieldSaving, FieldValue } from "./record.contract.ts";
import { checkValue, fieldOf } from "./record-fields.ts";
import { findField, findState, partTakes, putField } from "./record.queries.ts";

/** Saves one field: different fields merge, the same field with another base is told what stands there now. */
export async function saveField(
  tx: Tx,
  actor: Actor,
  recordId: string,
  asked: FieldSaving,
): Promise<FieldSaved> {
  const field = fieldOf(asked.field);
  const saving = { ...asked, base: orNull(asked.base), value: orNull(asked.value) };
  checkValue(field, saving.value);
  const rule = field.by === "student" ? writableBy(actor) : sealableBy(actor);
  const saved = await putField(tx, actor, { recordId, saving, place: field.place, rule });
  if (!saved) throw await whyNot(tx, actor, recordId, saving);
  // A read-back fixed what was there; the names under it are void once something changes.
  const voided = saved.state === "read-back" && (await reopen(tx, actor, recordId));
  return { revision: saved.revision, voided };
}

/** A field without words is empty, however it was emptied. */
const orNull = (value: FieldValue): FieldValue => (value === "" ? null : value);

async function whyNot(tx: Tx, actor: Actor, recordId: string, { part, field, language }: FieldSaving) {
  const record = await findState(tx, actor, recordId);
  if (!record) return new NotFound("record");
  if (record.state !== "draft" && record.state !== "read-back") return new Refused("record-finished");
  const { by, place } = fieldOf(field);
  if (by === "adviser" && !record.mayWriteAll) return new NotFound("field");
  if (!(await partTakes(tx, actor, recordId, part, place))) return new NotFound("part");
  const nothing = { part, field, value: null, language, revision: 0 };
  return new Stale((await findField(tx, actor, recordId, part, field)) ?? nothing, field);
}
