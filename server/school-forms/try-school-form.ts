import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { listAddedFields } from "#server/record-templates/list-added-fields.ts";
import { fillSchoolForm, longestValues, type FilledSchoolForm } from "./fill-school-form.ts";
import { readSchoolForm } from "./school-form.queries.ts";
import { longestOwn } from "./slots/own-slots.ts";

/** A form filled with the longest things people really write, also in what the school's record forms add; throws 404 for a form that is not hers to keep. */
export async function trySchoolForm(
  { db, files }: { db: Db; files: Storage },
  actor: Actor,
  formId: string,
): Promise<FilledSchoolForm & { readonly name: string }> {
  const form = await readSchoolForm(db, actor, formId);
  const usual = await longestValues();
  const own = longestOwn(await listAddedFields(db, actor, form.schoolId), usual);
  return { name: form.name, ...(await fillSchoolForm(files, form, { ...usual, ...own }, "en")) };
}
