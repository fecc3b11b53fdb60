import type { Core, Row, Written } from "#server/records/content/record-content.contract.ts";
import type { AtHomeLine, AtHomePage, AtHomeResource } from "./at-home.contract.ts";

/** The page for home of a held conference's record; undefined where the record has none. */
export function atHomePage(core: Core): AtHomePage | undefined {
  const { atHome, conference, student } = core;
  const isHeld = conference.outcome === null || conference.outcome.startsWith("held");
  if (!atHome || !isHeld) return undefined;
  return {
    name: student.givenName,
    questions: questionsOf(core, atHome.questions),
    activities: activitiesOf(core, atHome.activities),
    skills: skillsOf(core),
    classes: atHome.classes,
    resources: atHome.resources.map(resourceOf).filter(({ title }) => title !== ""),
  };
}

const most = 3;

/** The adviser's own questions first; ours fill up to three. */
function questionsOf(core: Core, own: Row[]): AtHomeLine[] {
  const asked = own.flatMap((row) => writtenIn(row, "question"));
  return [...asked, ...usualQuestions(core)].slice(0, Math.max(most, asked.length));
}

function usualQuestions({ shown, goals, student }: Core): AtHomeLine[] {
  const name = plain(student.givenName);
  const [piece] = shown;
  const [goal] = goals;
  return [
    piece
      ? { word: "askPiece", with: { piece: { text: piece.title, language: piece.language } } }
      : { word: "askWork", with: {} },
    goal ? { word: "askGoal", with: { goal: goal.wording } } : { word: "askNext", with: {} },
    { word: "askStrength", with: { name } },
  ];
}

/** How many ideas each kind of goal has among the words (`academic1` and on). */
const ideas = { academic: 6, habit: 6, "long-term": 6 } as const;
const stems = { academic: "academic", habit: "habit", "long-term": "longTerm" } as const;
const ideasAGoal = 2;

/** For each goal what the adviser wrote for it, else two of ours; goals of one kind get different ones. */
function activitiesOf({ goals }: Core, own: Row[]): AtHomePage["activities"] {
  const seen = new Map<string, number>();
  return goals.map(({ id, wording, category }) => {
    const written = own
      .filter(({ columns }) => columns["goal"] === id)
      .flatMap((row) => writtenIn(row, "what"));
    const before = seen.get(category) ?? 0;
    seen.set(category, before + 1);
    return { goal: wording, ideas: written.length > 0 ? written : usualIdeas(category, before) };
  });
}

function usualIdeas(category: string, before: number): AtHomeLine[] {
  const kind = category in ideas ? (category as keyof typeof ideas) : "academic";
  return Array.from({ length: ideasAGoal }, (_, at) => ({
    word: `${stems[kind]}${((before * ideasAGoal + at) % ideas[kind]) + 1}`,
    with: {},
  }));
}

/** The skills a student-led conference practises, each with what this one gave to practise it on; what did not happen is not claimed. */
function skillsOf({ conference, shown, fields, goals, student }: Core): AtHomePage["skills"] {
  const name = plain(student.givenName);
  const reflected = ["proud", "growth", "strengths", "growthAreas"].some((field) => fields[field]);
  const practised: [string, boolean, Record<string, Written>][] = [
    ["speaking", true, { name }],
    ["organising", shown.length > 0, { pieces: plain(`${shown.length}`) }],
    ["reflecting", reflected, {}],
    ["planning", goals.length > 0, { goals: plain(`${goals.length}`) }],
    ["empathy", conference.outcome !== "held-without-family", {}],
  ];
  return practised
    .filter(([, happened]) => happened)
    .map(([skill, , places]) => ({ skill, how: { word: `${skill}How`, with: places } }));
}

const plain = (text: string): Written => ({ text, language: "" });

function writtenIn({ columns, language }: Row, column: string): AtHomeLine[] {
  const text = columns[column]?.trim();
  return text ? [{ written: { text, language } }] : [];
}

const resourceOf = ({ columns, language }: Row): AtHomeResource => ({
  title: columns["title"]?.trim() ?? "",
  about: columns["about"]?.trim() ?? "",
  address: columns["address"]?.trim() ?? "",
  language,
});

/** What a school says of its classes in the reader's language, else in the first it has. */
export const classesIn = (classes: Written[], language: string): Written | undefined =>
  classes.find((one) => one.language === language.split("-")[0]) ?? classes[0];
