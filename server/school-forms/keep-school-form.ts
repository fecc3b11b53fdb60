import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { Refused, Stale } from "#server/http/problems.ts";
import { uuidv7 } from "uuidv7";
import { lockSchoolForm, readSchoolForm } from "./school-form.queries.ts";

/** Puts a draft to use; the form that was in use is retired. Throws 409 `school-form-empty` while nothing is mapped. */
export async function useSchoolForm(tx: Tx, actor: Actor, formId: string): Promise<void> {
  const form = await lockSchoolForm(tx, actor, formId);
  if (form.state !== "draft") throw new Refused("school-form-used");
  if (form.mapping.length === 0) throw new Refused("school-form-empty");
  await retire(tx, actor, form.schoolId);
  await setState(tx, actor, formId, { state: "in-use", usedFrom: actor.now });
}

/** Takes a form out of use: records go onto Lectern's own form alone again. */
export async function retireSchoolForm(tx: Tx, actor: Actor, formId: string): Promise<void> {
  const form = await lockSchoolForm(tx, actor, formId);
  if (form.state !== "in-use") throw new Refused("school-form-used");
  await setState(tx, actor, formId, { state: "retired" });
}

/** Gives a form another name. */
export async function renameSchoolForm(
  tx: Tx,
  actor: Actor,
  formId: string,
  { base, value }: { base: string; value: string },
): Promise<void> {
  const { name } = await lockSchoolForm(tx, actor, formId);
  if (name !== base) throw new Stale(name, "name");
  await setState(tx, actor, formId, { name: value });
}

/** Makes a draft of a form with the same file and mapping, to be changed while the other goes on being used. */
export async function copySchoolForm(
  { db, files }: { db: Db; files: Storage },
  actor: Actor,
  formId: string,
): Promise<string> {
  const from = await readSchoolForm(db, actor, formId);
  const id = uuidv7();
  const copy = async (key: string) => await files.put(await files.read(key));
  const [storageKey, ...pictureKeys] = await Promise.all([from.storageKey, ...from.pictureKeys].map(copy));
  const { districtId, personId: addedBy, now: addedAt } = actor;
  const { schoolId, name, isPlaced, bytes, sha256 } = from;
  const documents = {
    form: JSON.stringify(from.form),
    mapping: JSON.stringify(from.mapping),
    removed: JSON.stringify(from.removed),
  };
  await db
    .insertInto("schoolForm")
    .values({
      districtId,
      id,
      schoolId,
      name,
      isPlaced,
      bytes,
      sha256,
      addedBy,
      addedAt,
      storageKey: storageKey!,
      pictureKeys,
      ...documents,
    })
    .execute();
  return id;
}

/** Removes a draft; returns where its contents lie, for the commit to be followed by their end. */
export async function removeSchoolForm(tx: Tx, actor: Actor, formId: string): Promise<string[]> {
  const form = await lockSchoolForm(tx, actor, formId);
  if (form.state !== "draft") throw new Refused("school-form-used");
  await tx
    .deleteFrom("schoolForm")
    .where("districtId", "=", actor.districtId)
    .where("id", "=", formId)
    .execute();
  return [form.storageKey, ...form.pictureKeys];
}

const retire = (tx: Tx, { districtId }: Actor, schoolId: string) =>
  tx
    .updateTable("schoolForm")
    .set({ state: "retired" })
    .where("districtId", "=", districtId)
    .where("schoolId", "=", schoolId)
    .where("state", "=", "in-use")
    .execute();

const setState = (
  tx: Tx,
  { districtId }: Actor,
  formId: string,
  change: { state?: "in-use" | "retired"; usedFrom?: Date; name?: string },
) =>
  tx
    .updateTable("schoolForm")
    .set(change)
    .where("districtId", "=", districtId)
    .where("id", "=", formId)
    .execute();
