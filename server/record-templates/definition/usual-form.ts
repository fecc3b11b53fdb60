import type { TemplateDefinition, TemplateSection, UsualField } from "./definition.contract.ts";

type Outcomes = UsualField["required"];

/** A field every conference record has. */
export interface UsualFieldFacts {
  readonly name: string;
  /** Where it stands on paper by itself: part and line of its section; others are rows or entries of a part. */
  readonly line?: readonly [part: string, line: string];
  /** Whether it must stay: the meeting or somebody's right depends on it. */
  readonly stays?: true;
  /** Whether it can be required at all: some are lists, or not written in words. */
  readonly required?: Outcomes;
}

/** A section every conference record has, in the room and on paper. */
export interface UsualSection {
  readonly key: string;
  /** Its sections in the layout. */
  readonly paper: readonly [string, ...string[]];
  /** Whether the room shows it; grades and credits are looked at, not written. */
  readonly inRoom: boolean;
  readonly stays: boolean;
  readonly fields: readonly UsualFieldFacts[];
}

const met: Outcomes = ["held", "held-without-family"];

const section = (
  key: string,
  paper: UsualSection["paper"],
  fields: readonly UsualFieldFacts[] = [],
  { stays = true, inRoom = true } = {},
): UsualSection => ({ key, paper, inRoom, stays, fields });

/**
 * The sections of the conference record form in their usual order, with what stays whatever a school changes: who took
 * part, strengths before concerns, promises kept track of, support plans, goals, what happens next.
 */
export const usualSections: readonly UsualSection[] = [
  section("people", ["participants"]),
  section("proud", ["proudWork"], [{ name: "proud" }, { name: "growth" }], { stays: false }),
  section(
    "strengths",
    ["strengths"],
    [
      { name: "strengths", line: ["words", "own"], required: [] },
      { name: "adviserStrengths", line: ["words", "adviser"], stays: true, required: met },
      { name: "growthAreas", line: ["words", "grow"], required: [] },
      { name: "support", line: ["words", "support"], required: [] },
      { name: "afterSchool", line: ["words", "afterSchool"], required: [] },
    ],
  ),
  section("promises", ["promises"]),
  section(
    "results",
    ["results"],
    [
      { name: "resultsSaid", line: ["words", "own"], required: [] },
      { name: "languageArtsNote", stays: true, required: met },
      { name: "mathNote", stays: true, required: met },
    ],
    { stays: false },
  ),
  section("grades", ["grades"], [], { stays: false, inRoom: false }),
  section("credits", ["credits"], [], { stays: false, inRoom: false }),
  section(
    "family",
    ["family"],
    [
      { name: "celebrations", line: ["words", "celebrate"], required: [] },
      { name: "concerns", line: ["words", "concern"], required: [] },
      { name: "questions", stays: true },
    ],
  ),
  section("plan", ["support"], [{ name: "needs", stays: true }]),
  section("goals", ["goals"]),
  section(
    "next",
    ["next"],
    [
      { name: "nextCheckIn", line: ["steps", "checkIn"], stays: true, required: met },
      { name: "teachers", line: ["steps", "teachers"] },
      { name: "comments", stays: true },
    ],
  ),
  section("atHome", ["atHome", "atHomeGoals", "atHomeSkills", "atHomeClasses", "atHomeResources"], [], {
    stays: false,
    inRoom: false,
  }),
];

/** A usual section by its key. */
export const usualSection = (key: string): UsualSection | undefined =>
  usualSections.find((one) => one.key === key);

/** A usual field by its name. */
export const usualField = (name: string): UsualFieldFacts | undefined =>
  usualSections.flatMap(({ fields }) => fields).find((one) => one.name === name);

const asUsual = ({ name, required = [] }: UsualFieldFacts): UsualField => ({
  is: "usual",
  name,
  isLeftOut: false,
  label: {},
  required,
  grades: null,
});

const sectionAsUsual = ({ key, fields }: UsualSection): TemplateSection => ({
  key,
  isLeftOut: false,
  heading: {},
  grades: null,
  fields: fields.map(asUsual),
});

/** The form as it comes: what a school's own begins as. */
export const usualDefinition = (): TemplateDefinition => ({ sections: usualSections.map(sectionAsUsual) });

/**
 * A definition with everything the form has today: a version published before a section or field was added to the form
 * gets it behind the others, and what the form no longer has falls out.
 */
export function completed({ sections }: TemplateDefinition): TemplateDefinition {
  const known = sections.filter(({ key }) => isOwnSection(key) || usualSection(key));
  const added = usualSections.filter(({ key }) => !known.some((one) => one.key === key)).map(sectionAsUsual);
  const last = known.findIndex(({ key }) => key === "atHome");
  const at = last < 0 ? known.length : last;
  return { sections: [...known.slice(0, at), ...added, ...known.slice(at)].map(withItsFields) };
}

function withItsFields(one: TemplateSection): TemplateSection {
  const usual = usualSection(one.key)?.fields ?? [];
  const known = one.fields.filter(
    (field) => field.is === "own" || usual.some(({ name }) => name === field.name),
  );
  const isThere = (name: string) => known.some((field) => field.is === "usual" && field.name === name);
  return { ...one, fields: [...known, ...usual.filter(({ name }) => !isThere(name)).map(asUsual)] };
}

/** Sections a school added are told by their key. */
export const isOwnSection = (key: string): boolean => /^own[A-Z0-9]/.test(key);
