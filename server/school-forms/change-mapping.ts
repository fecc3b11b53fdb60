import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Refused, Stale } from "#server/http/problems.ts";
import type { FieldMapping, MappingChange } from "./school-form.contract.ts";
import { lockSchoolForm, type StoredForm } from "./school-form.queries.ts";
import { slotsOfSchool } from "./slots-of-school.ts";
import { fits, type FormSlotDefinition } from "./slots/slot.ts";

/** Says anew what goes into a draft's fields; throws 409 `school-form-used`, 409 `stale` with what stands now, 400 for a field or slot there is not. */
export async function changeMapping(
  tx: Tx,
  actor: Actor,
  formId: string,
  { revision, mapping }: MappingChange,
): Promise<number> {
  const form = await lockSchoolForm(tx, actor, formId);
  if (form.state !== "draft") throw new Refused("school-form-used");
  if (form.revision !== revision) throw new Stale({ revision: form.revision, mapping: form.mapping });
  checkMapping(form, mapping, await slotsOfSchool(tx, actor, form.schoolId));
  await tx
    .updateTable("schoolForm")
    .set({ mapping: JSON.stringify(mapping), revision: revision + 1 })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", formId)
    .execute();
  return revision + 1;
}

function checkMapping(
  { form }: StoredForm,
  mapping: readonly FieldMapping[],
  slots: readonly FormSlotDefinition[],
): void {
  const seen = new Set<string>();
  for (const { field: name, slot: slotId, row } of mapping) {
    const field = form.fields.find((each) => each.name === name);
    const slot = slots.find(({ id }) => id === slotId);
    if (!field || seen.has(name)) throw new Invalid("mapping", `The form has no field “${name}” left.`);
    if (!slot || !fits(field, slot) || row > slot.rows)
      throw new Invalid("mapping", `The field “${name}” cannot show that.`);
    seen.add(name);
  }
}
