import type {
  OwnField,
  TemplateDefinition,
} from "#server/record-templates/definition/definition.contract.ts";
import { usualDefinition } from "#server/record-templates/definition/usual-form.ts";
import { changeDefinition, makeTemplate } from "#server/record-templates/keep-template.ts";
import { publishTemplate } from "#server/record-templates/publish-template.ts";
import type { Telling } from "./telling.ts";

/** Seniors are asked what comes after graduation: the school's own form, published and not yet chosen for a season. */
export async function arrangeOwnForm(telling: Telling): Promise<void> {
  const { tx, calendar, schoolId } = telling;
  const eze = telling.actor("eze", calendar.now);
  const id = await makeTemplate(tx, eze, schoolId, { name: "Seniors", copyOf: null });
  const { revision } = await changeDefinition(tx, eze, id, { revision: 0, definition: forSeniors() });
  await publishTemplate(tx, eze, id, { revision });
}

function forSeniors(): TemplateDefinition {
  const { sections } = usualDefinition();
  const goals = sections.findIndex(({ key }) => key === "goals");
  const after = {
    key: "ownAfterGraduation",
    isLeftOut: false,
    heading: { en: "After graduation", es: "Después de graduarse" },
    grades: { from: 12, to: 12 },
    fields: [
      field("plan", "What I want to do", "Lo que quiero hacer", { by: "student" }),
      field("path", "Path", "Camino", {
        kind: "choice",
        choices: [
          choice("university", "University", "Universidad"),
          choice("college", "Community college", "Colegio comunitario"),
          choice("training", "Work and training", "Trabajo y formación"),
        ],
        required: ["held", "held-without-family"],
      }),
      field("applied", "Application for aid is sent", "La solicitud de ayuda está enviada", { kind: "tick" }),
      field("home", "What home thinks of it", "Lo que piensa la familia", { by: "family" }),
    ],
  };
  return { sections: sections.toSpliced(goals, 0, after) };
}

const choice = (key: string, en: string, es: string) => ({ key, label: { en, es } });

const field = (key: string, en: string, es: string, more: Partial<OwnField>): OwnField => ({
  ...{ is: "own", key, kind: "text", by: "adviser", label: { en, es }, hint: {} },
  ...{ choices: [], source: null, required: [], grades: null },
  ...more,
});
