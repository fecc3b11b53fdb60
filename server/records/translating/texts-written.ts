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

/** Everything people wrote in one part of a record, in reading order, each with the place it stands at. */
export function textsWritten(part: Core | Annex): Untranslated[] {
  const own = part.kind === "core" ? inCore(part) : inAnnex(part);
  const all = [...own, ...(part.room ? inRoom(part.room) : [])];
  return all.filter(({ text }) => /\p{L}/u.test(text));
}

/** Fields that hold a day or a choice, not somebody's words. */
const notWords = new Set(["nextCheckIn", "continuesOn", "continuation"]);

const fieldsOf = (fields: Record<string, Written>): Untranslated[] =>
  Object.entries(fields)
    .filter(([name]) => !notWords.has(name))
    .map(([place, written]) => ({ place, ...written }));

function inCore({ fields, needs, goals, lastGoals, teachers = [], atHome }: Core): Untranslated[] {
  return [
    ...fieldsOf(fields),
    ...lastGoals.goals.flatMap((goal) => inGoal(goal)),
    ...rowsOf("plan", needs, ["what", "noneBecause"]),
    ...goals.flatMap((goal) => inGoal(goal)),
    ...rowsOf("questions", teachers, ["question"]),
    ...(atHome ? rowsOf("atHome", atHome.questions, ["question"]) : []),
    ...(atHome ? rowsOf("atHome", atHome.activities, ["what"]) : []),
    ...(atHome ? rowsOf("atHome", atHome.resources, ["about"]) : []),
  ];
}

const inAnnex = ({ fields, promises, lastPromises }: Annex): Untranslated[] => [
  ...fieldsOf(fields),
  ...[...lastPromises, ...promises].map(inPromise),
];

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
