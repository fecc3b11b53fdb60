import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { FormProblem } from "#server/forms/check-form.ts";
import { checkPlacedForm } from "#server/forms/foreign/placed/check-placed-form.ts";
import { formOfBoxes } from "#server/forms/foreign/placed/form-of-boxes.ts";
import type { PlacedForm } from "#server/forms/foreign/placed/placed-form.contract.ts";
import { Problem, Refused } from "#server/http/problems.ts";
import { suggested } from "./add-school-form.ts";
import { slotsOfSchool } from "./slots-of-school.ts";
import { lockSchoolForm, type StoredForm } from "./school-form.queries.ts";

/**
 * Places fields on a draft whose PDF has none, or places them anew; what was mapped to a box of the same name stays.
 * Throws 409 `school-form-used`, 409 `school-form-has-fields` for a PDF with fields of its own, 400 `form-boxes` with every fault.
 */
export async function placeBoxes(tx: Tx, actor: Actor, formId: string, boxes: PlacedForm): Promise<void> {
  const stored = await lockSchoolForm(tx, actor, formId);
  if (stored.state !== "draft") throw new Refused("school-form-used");
  if (stored.form.fields.length > 0 && !stored.isPlaced) throw new Refused("school-form-has-fields");
  const form = formOfBoxes(checked(boxes, stored), stored.form.pages);
  const kept = stored.mapping.filter(({ field }) => form.fields.some(({ name }) => name === field));
  const mapping = kept.length > 0 ? kept : suggested(form, await slotsOfSchool(tx, actor, stored.schoolId));
  await tx
    .updateTable("schoolForm")
    .set({
      form: JSON.stringify(form),
      isPlaced: true,
      mapping: JSON.stringify(mapping),
      revision: stored.revision + 1,
    })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", formId)
    .execute();
}

function checked(boxes: PlacedForm, { form }: StoredForm): PlacedForm {
  try {
    return checkPlacedForm(boxes, form.pages);
  } catch (error) {
    if (!(error instanceof FormProblem)) throw error;
    const { problems } = error;
    throw new Problem(400, "form-boxes", `The mapping file does not fit this form: ${problems.join("; ")}.`, {
      field: "file",
      current: { faults: problems },
    });
  }
}
