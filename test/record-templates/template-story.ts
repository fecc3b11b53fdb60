import type { Lectern } from "#test/support/lectern.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import type { School } from "#test/support/school.ts";
import {
  makeRecordTemplate,
  openRecordTemplate,
  publishRecordTemplate,
  saveDefinition,
  type OwnField,
  type TemplateDefinition,
  type TemplateSection,
} from "#web/record-templates/record-template.api.ts";
import { openRecord } from "#web/records/record.api.ts";
import { changeSeason } from "#web/seasons/season.api.ts";
import { aRecordInTheRoom, type RecordStory } from "../records/record-story.ts";

/** A question of the school's own, in words both languages have. */
export const anOwnField = (key: string, en: string, es: string, more: Partial<OwnField> = {}): OwnField => ({
  is: "own",
  key,
  kind: "text",
  by: "adviser",
  label: { en, es },
  hint: {},
  choices: [],
  source: null,
  required: [],
  grades: null,
  ...more,
});

/** A section of the school's own. */
export const anOwnSection = (key: string, en: string, es: string, fields: OwnField[]): TemplateSection => ({
  key,
  isLeftOut: false,
  heading: { en, es },
  grades: null,
  fields,
});

/** The form of a school that Ngozi Eze changes, put to use in the fall season once it is published. */
export interface TemplateStory {
  readonly msEze: Person;
  readonly templateId: string;
}

/** Begins a form of the school's own, a copy of the usual one. */
export async function aTemplate(
  lectern: Lectern,
  school: School,
  name = "Grades 11 and 12",
): Promise<TemplateStory> {
  const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  const { id } = await lectern.as(msEze, () => makeRecordTemplate(school.schoolId, { name, copyOf: null }));
  return { msEze, templateId: id };
}

/** Changes what the form says, as its page would; returns what keeps it from being published. */
export const change = (
  lectern: Lectern,
  { msEze, templateId }: TemplateStory,
  to: (definition: TemplateDefinition) => TemplateDefinition,
) =>
  lectern.as(msEze, async () => {
    const { revision, definition } = await openRecordTemplate(templateId);
    return await saveDefinition(templateId, { revision, definition: to(structuredClone(definition)) });
  });

/** Publishes what stands there now; returns its version. */
export const publish = (lectern: Lectern, { msEze, templateId }: TemplateStory) =>
  lectern.as(msEze, async () => {
    const { revision } = await openRecordTemplate(templateId);
    return (await publishRecordTemplate(templateId, revision)).version;
  });

/** Records of the fall season come on it from now on. */
export const choose = (lectern: Lectern, { msEze, templateId }: TemplateStory, { seasonId }: School) =>
  lectern.as(msEze, () =>
    changeSeason(seasonId, { field: "recordTemplateId", base: null, value: templateId }),
  );

/** The section of a definition, to be changed in place. */
export const sectionIn = ({ sections }: TemplateDefinition, key: string): TemplateSection =>
  sections.find((section) => section.key === key)!;

/** The form with a section for what comes after school, which juniors and seniors tell about. */
export function withAfterSchool(definition: TemplateDefinition): TemplateDefinition {
  const goals = definition.sections.findIndex(({ key }) => key === "goals");
  definition.sections.splice(
    goals,
    0,
    anOwnSection("ownCollege", "After graduation", "Después de graduarse", [
      anOwnField("plan", "My plan", "Mi plan", { by: "student" }),
      anOwnField("visited", "Visited a campus", "Visitó una universidad", { kind: "tick" }),
      anOwnField("path", "Path", "Camino", {
        kind: "choice",
        choices: [
          { key: "college", label: { en: "College", es: "Universidad" } },
          { key: "work", label: { en: "Work and training", es: "Trabajo y formación" } },
        ],
        required: ["held"],
      }),
      anOwnField("home", "What home thinks of it", "Lo que piensa la familia", { by: "family" }),
      anOwnField("rank", "Compared with the country", "Comparado con el país", {
        kind: "data",
        source: "percentiles",
      }),
    ]),
  );
  return definition;
}

/** Tonight's conference, its record made after the school's own form. */
export async function aRecordOnItsForm(
  lectern: Lectern,
  to: Parameters<typeof change>[2] = withAfterSchool,
  meeting: Parameters<typeof aRecordInTheRoom>[1] = {},
): Promise<RecordStory & TemplateStory> {
  const story = await aRecordInTheRoom(lectern, meeting);
  const form = await aTemplate(lectern, story.school);
  await change(lectern, form, to);
  await publish(lectern, form);
  await choose(lectern, form, story.school);
  // The story's own record began before the form was there.
  await lectern.db.deleteFrom("conferenceRecord").where("id", "=", story.recordId).execute();
  const { id } = await lectern.as(story.mrOkafor, () => openRecord(story.conferenceId));
  return { ...story, ...form, recordId: id };
}
