import type { RecordForm } from "#server/record-templates/definition/record-form.contract.ts";
import { fieldsOf as fieldsIn } from "#server/record-templates/definition/resolve-form.ts";
import type {
  Annex,
  Core,
  GoalSaid,
  Promised,
  Room,
  Row,
  Written,
} from "../content/record-content.contract.ts";
import type { Untranslated } from "./translation.contract.ts";

/** Everything people wrote in one part of a record of this form, in reading order, each with the place it stands at. */
export function textsWritten(part: Core | Annex, form: RecordForm): Untranslated[] {
  const fields = fieldsOf(part.fields, form);
  const own = part.kind === "core" ? [...fields, ...inCore(part)] : [...fields, ...inAnnex(part)];
  const all = [...own, ...(part.room ? inRoom(part.room) : [])];
  return all.filter(({ text }) => /\p{L}/u.test(text));
}

/** Fields that hold a day or a choice, not somebody's words. */
const notWords = new Set(["nextCheckIn", "continuesOn", "continuation"]);

function fieldsOf(fields: Record<string, Written>, form: RecordForm): Untranslated[] {
  const chosen = fieldsIn(form).filter(({ own }) => own && own.kind !== "text" && own.kind !== "line");
  return Object.entries(fields)
    .filter(([name]) => !notWords.has(name) && !chosen.some((field) => field.name === name))
    .map(([place, written]) => ({ place, ...written }));
}

function inCore({ needs, goals, lastGoals, teachers = [], atHome }: Core): Untranslated[] {
  return [
    ...lastGoals.goals.flatMap((goal) => inGoal(goal)),
    ...rowsOf("plan", needs, ["what", "noneBecause"]),
    ...goals.flatMap((goal) => inGoal(goal)),
    ...rowsOf("questions", teachers, ["question"]),
    ...(atHome ? rowsOf("atHome", atHome.questions, ["question"]) : []),
    ...(atHome ? rowsOf("atHome", atHome.activities, ["what"]) : []),
    ...(atHome ? rowsOf("atHome", atHome.resources, ["about"]) : []),
  ];
}

const inAnnex = ({ promises, lastPromises }: Annex): Untranslated[] =>
  [...lastPromises, ...promises].map(inPromise);

const inRoom = ({ celebrations, concerns, questions }: Room): Untranslated[] => [
  ...(celebrations ? [{ place: "celebrations", ...celebrations }] : []),
  ...(concerns ? [{ place: "concerns", ...concerns }] : []),
  ...rowsOf("questions", questions, ["question", "agreed"]),
];

const inGoal = ({ wording, promises }: GoalSaid): Untranslated[] => [
  { place: "goals", ...wording },
  ...promises.map(inPromise),
];

const inPromise = ({ wording }: Promised): Untranslated => ({ place: "promises", ...wording });

const rowsOf = (place: string, rows: Row[], columns: string[]): Untranslated[] =>
  rows.flatMap(({ columns: told, language }) =>
    columns.flatMap((column) => (told[column] ? [{ place, text: told[column], language }] : [])),
  );
