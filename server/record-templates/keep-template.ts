import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound, Refused, Stale } from "#server/http/problems.ts";
import { problemsIn } from "./definition/check-definition.ts";
import { checkShape } from "./definition/check-shape.ts";
import { readShipped } from "./definition/shipped-templates.ts";
import { completed, usualDefinition, usualSections } from "./definition/usual-form.ts";
import type {
  DefinitionChange,
  DefinitionSaved,
  NewRecordTemplate,
  RecordTemplate,
  RecordTemplateRename,
} from "./record-template.contract.ts";
import {
  deleteRecordTemplate,
  insertRecordTemplate,
  listVersions,
  lockRecordTemplate,
  putRecordTemplate,
  readRecordTemplate,
} from "./record-template.queries.ts";

/** A form with what may be changed in it, and what keeps it from being published. */
export async function openTemplate(db: Db, actor: Actor, templateId: string): Promise<RecordTemplate> {
  const template = await readRecordTemplate(db, actor, templateId);
  const definition = completed(template.definition);
  return {
    ...template,
    definition,
    problems: problemsIn(definition),
    versions: await listVersions(db, actor, templateId),
    usual: usualSections.map(({ key, stays, fields }) => ({
      key,
      stays,
      fields: fields.map((field) => ({
        name: field.name,
        stays: field.stays ?? false,
        mayBeRequired: field.required !== undefined,
      })),
    })),
  };
}

/** Makes a form of a school: a copy of another of the same school, as it stands now, of one that comes with the product, or of the usual form. */
export async function makeTemplate(
  tx: Tx,
  actor: Actor,
  schoolId: string,
  { name, copyOf }: NewRecordTemplate,
): Promise<string> {
  const id = uuidv7();
  const definition = copyOf === null ? usualDefinition() : await definitionOf(tx, actor, schoolId, copyOf);
  await insertRecordTemplate(tx, actor, { id, schoolId, name: name.trim(), definition });
  return id;
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function definitionOf(tx: Tx, actor: Actor, schoolId: string, templateId: string) {
  const shipped = readShipped(templateId);
  if (shipped) return shipped;
  if (!isId.test(templateId)) throw new NotFound("record template");
  const from = await readRecordTemplate(tx, actor, templateId);
  if (from.schoolId !== schoolId) throw new NotFound("record template");
  return completed(from.definition);
}

/** Changes what will be published next; what was published stays. Throws 409 `stale` with what stands now, 400 for what a form cannot be. */
export async function changeDefinition(
  tx: Tx,
  actor: Actor,
  templateId: string,
  { revision, definition }: DefinitionChange,
): Promise<DefinitionSaved> {
  const template = await lockRecordTemplate(tx, actor, templateId);
  if (template.isRetired) throw new Refused("record-template-retired");
  if (template.revision !== revision)
    throw new Stale({ revision: template.revision, definition: completed(template.definition) });
  checkShape(definition);
  const change = { definition: JSON.stringify(definition), revision: revision + 1 };
  await putRecordTemplate(tx, actor, templateId, change);
  return { revision: revision + 1, problems: problemsIn(completed(definition)) };
}

/** Gives a form another name; versions keep the one they were published under. */
export async function renameTemplate(
  tx: Tx,
  actor: Actor,
  templateId: string,
  { base, value }: RecordTemplateRename,
): Promise<void> {
  const { name, revision } = await lockRecordTemplate(tx, actor, templateId);
  if (name !== base) throw new Stale(name, "name");
  await putRecordTemplate(tx, actor, templateId, { name: value.trim(), revision: revision + 1 });
}

/** Takes a form out of use: no new season can choose it. Throws 409 `record-template-used` while one does. */
export async function retireTemplate(tx: Tx, actor: Actor, templateId: string): Promise<void> {
  const { seasons } = await lockRecordTemplate(tx, actor, templateId);
  if (seasons.length > 0) throw new Refused("record-template-used");
  await putRecordTemplate(tx, actor, templateId, { retiredAt: actor.now });
}

/** Takes a retired form up again. */
export async function reviveTemplate(tx: Tx, actor: Actor, templateId: string): Promise<void> {
  await lockRecordTemplate(tx, actor, templateId);
  await putRecordTemplate(tx, actor, templateId, { retiredAt: null });
}

/** Forgets a form that was never published; throws 409 `record-template-published` for one that was. */
export async function removeTemplate(tx: Tx, actor: Actor, templateId: string): Promise<void> {
  const { version, seasons } = await lockRecordTemplate(tx, actor, templateId);
  if (version !== null || seasons.length > 0) throw new Refused("record-template-published");
  await deleteRecordTemplate(tx, actor, templateId);
}
