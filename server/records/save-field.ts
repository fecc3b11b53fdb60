import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound, Refused, Stale } from "#server/http/problems.ts";
import { reopen } from "./change-record.ts";
import { sealableBy, writableBy } from "./record.access.ts";
import type { FieldSaved, FieldSaving, FieldValue } from "./record.contract.ts";
import { findFormOf } from "#server/record-templates/find-form.ts";
import { ownKey } from "#server/record-templates/definition/resolve-form.ts";
import { checkValue, fieldOf, ownFieldOf, type RecordField } from "./record-fields.ts";
import { findField, findState, partTakes, putField } from "./record.queries.ts";

/**
 * Saves one field of a draft in one statement, which is its own transaction: a room saves every two seconds. A field its
 * school added costs one more, which asks what it is.
 * Undefined when it could not, for whatever reason: `saveField` finds out.
 */
export async function saveDraftField(
  db: Db,
  actor: Actor,
  recordId: string,
  asked: FieldSaving,
): Promise<FieldSaved | undefined> {
  const field = await fieldFor(db, actor, recordId, asked.field);
  const saved = await putField(db, actor, { ...checked(actor, asked, field), recordId, states: ["draft"] });
  return saved && { revision: saved.revision, voided: false };
}

/** Saves one field: different fields merge, the same field with another base is told what stands there now. */
export async function saveField(
  tx: Tx,
  actor: Actor,
  recordId: string,
  asked: FieldSaving,
): Promise<FieldSaved> {
  const field = await fieldFor(tx, actor, recordId, asked.field);
  const fit = checked(actor, asked, field);
  const saved = await putField(tx, actor, { ...fit, recordId, states: ["draft", "read-back"] });
  if (!saved) throw await whyNot(tx, actor, recordId, fit.saving, field);
  // A read-back fixed what was there; the names under it are void once something changes.
  const voided = saved.state === "read-back" && (await reopen(tx, actor, recordId));
  return { revision: saved.revision, voided };
}

/** What stands behind a key: a usual field without asking, one its school added by the version the record began with. */
async function fieldFor(db: Db, actor: Actor, recordId: string, name: string): Promise<RecordField> {
  if (ownKey(name) === undefined) return fieldOf(name);
  return ownFieldOf(name, (await findFormOf(db, actor, recordId))?.definition);
}

/** What is asked, checked against its field: where it goes, and who may write there. */
function checked(actor: Actor, asked: FieldSaving, field: RecordField) {
  checkValue(field, asked.value);
  return {
    saving: { ...asked, base: orNull(asked.base), value: orNull(asked.value) },
    place: field.place,
    rule: field.by === "student" ? writableBy(actor) : sealableBy(actor),
  };
}

/** A field without words is empty, however it was emptied. */
const orNull = (value: FieldValue): FieldValue => (value === "" ? null : value);

async function whyNot(
  tx: Tx,
  actor: Actor,
  recordId: string,
  { part, field, language }: FieldSaving,
  { by, place }: RecordField,
) {
  const record = await findState(tx, actor, recordId);
  if (!record) return new NotFound("record");
  if (record.state !== "draft" && record.state !== "read-back") return new Refused("record-finished");
  if (by === "adviser" && !record.mayWriteAll) return new NotFound("field");
  if (!(await partTakes(tx, actor, recordId, part, place))) return new NotFound("part");
  const nothing = { part, field, value: null, language, revision: 0 };
  return new Stale((await findField(tx, actor, recordId, part, field)) ?? nothing, field);
}
