import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { OwnField, TemplateDefinition } from "./definition/definition.contract.ts";

/** A field a school added to the conference record form, and what the form is called. */
export interface AddedField {
  readonly form: string;
  readonly field: OwnField;
}

/** Every field a school's published forms add or once added, each once, as its newest version calls it; records of any version may have it. */
export async function listAddedFields(
  db: Db,
  { districtId }: Actor,
  schoolId: string,
): Promise<AddedField[]> {
  const { rows } = await sql<{ form: string; definition: TemplateDefinition }>`
    select t.name as form, v.definition from record_template t
    join record_template_version v on v.district_id = t.district_id and v.template_id = t.id
    where t.district_id = ${districtId} and t.school_id = ${schoolId}
    order by t.retired_at is not null, t.made_at, t.id, v.version desc limit 300`.execute(db);
  const added = new Map<string, AddedField>();
  for (const { form, definition } of rows)
    for (const field of definition.sections.flatMap(({ fields }) => fields))
      if (field.is === "own" && !added.has(field.key)) added.set(field.key, { form, field });
  return [...added.values()];
}
