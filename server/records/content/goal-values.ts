import type { Block, Entry, PartValue, Row, Words } from "#server/forms/form-values.contract.ts";
import { camel, said, word } from "./phrases.ts";
import type { Reading } from "./read-content.ts";
import type { GoalSaid, Promised } from "./record-content.contract.ts";

type Section = Record<string, PartValue>;

/** What became of the last goals, the school's promises first, and the goals set now with who does what. */
export function goalSections({ core, annexes }: Reading): { promises: Section; goals: Section } {
  const home = annexes.flatMap(({ promises }) => promises);
  const lastHome = annexes.flatMap(({ lastPromises }) => lastPromises);
  return {
    promises: lastPromises(core.lastGoals.goals, lastHome),
    goals: { goals: core.goals.map((goal) => blockOf(goal, [...goal.promises, ...home])) },
  };
}

function lastPromises(goals: GoalSaid[], home: Promised[]): Section {
  const of = (side: Promised["side"]) =>
    [...goals.flatMap(({ promises }) => promises), ...home].filter((one) => one.side === side).map(keptRow);
  const lookedBack = goals.map(({ wording, outcome, outcomeNote }) => ({
    outcome: outcomeOf(outcome),
    promise: said(wording),
    ...(outcomeNote ? { because: { text: outcomeNote } } : {}),
  }));
  const [family, student] = [of("family"), of("student")];
  return {
    school: of("school"),
    ...(family.length > 0 ? { home: family } : {}),
    ...(student.length > 0 ? { student } : {}),
    ...(lookedBack.length > 0 ? { goals: lookedBack } : {}),
  };
}

const keptRow = ({ wording, kept, keptNote }: Promised): Row => ({
  outcome: outcomeOf(kept),
  promise: said(wording),
  ...(keptNote ? { because: { text: keptNote } } : {}),
});

const marks = { kept: "done", met: "done", partly: "partly", "not-yet": "open" } as const;

/** Icon and word, never a mark alone; what nobody looked back on says so. */
function outcomeOf(outcome: string | null): Words {
  if (!outcome) return { word: "result.notSaid", style: "muted" };
  return {
    word: `result.${camel(outcome)}`,
    style: "strong",
    mark: marks[outcome as keyof typeof marks] ?? "open",
  };
}

function blockOf(goal: GoalSaid, promises: Promised[]): Block {
  const of = (side: Promised["side"]) =>
    promises.filter((one) => one.goalId === goal.id && one.side === side).map(entryOf);
  return {
    title: said(goal.wording),
    meta: metaOf(goal),
    columns: { student: of("student"), home: of("family"), school: of("school") },
  };
}

function metaOf({ category, measure, dueOn, wording }: GoalSaid): Words {
  const kind = { word: `goals.${camel(category)}`, style: "strong" as const };
  const how = measure ? { text: measure, lang: wording.language } : "–";
  if (!dueOn) return measure ? [kind, word("goals.measure", { measure: how })] : [kind];
  return [kind, word("goals.meta", { measure: how, due: { day: dueOn } })];
}

/** Home's part may be the student's proposal until home answers. */
function entryOf({ wording, owner, byOn, side, state }: Promised): Entry {
  const note: Words[] = [];
  if (owner && byOn) note.push(word("goals.by", { who: owner, day: { day: byOn, as: "short" } }));
  else if (owner) note.push({ text: owner });
  if (side === "family" && state === "proposed") note.push(word("goals.proposed"));
  const told = note.flatMap((words, at) => (at > 0 ? ["·", words] : [words])).flat();
  return { text: said(wording), ...(told.length > 0 ? { note: told } : {}) };
}
