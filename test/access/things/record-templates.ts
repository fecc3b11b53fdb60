import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { usualDefinition } from "#server/record-templates/definition/usual-form.ts";
import { anOwnField } from "#test/record-templates/template-story.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

export interface RecordTemplateThings {
  /** Her school's own form, changed and not yet published. */
  readonly recordTemplateId: string;
  /** Another, taken out of use. */
  readonly retiredTemplateId: string;
}

/** The forms her school arranges for itself. */
export async function bringRecordTemplates(
  db: Db,
  { school, adviser }: Circle,
): Promise<RecordTemplateThings> {
  const { districtId, schoolId } = school;
  const definition = usualDefinition();
  definition.sections
    .find(({ key }) => key === "goals")!
    .fields.push(anOwnField("planted", "Secret of the record template", "Plantado en el formulario"));
  const add = async (retiredAt: Date | null) => {
    const id = uuidv7();
    await db
      .insertInto("recordTemplate")
      .values({
        ...{ districtId, id, schoolId, name: "Secret of the record template", retiredAt },
        definition: JSON.stringify(definition),
        ...{ madeBy: adviser.personId, madeAt: conferenceNight },
      })
      .execute();
    return id;
  };
  return { recordTemplateId: await add(null), retiredTemplateId: await add(conferenceNight) };
}
