import type { Bar, PartValue, Row, Words } from "#server/forms/form-values.contract.ts";
import { word } from "./phrases.ts";
import type { Core } from "./record-content.contract.ts";

type Section = Record<string, PartValue>;
type Phrase = Exclude<Words, unknown[]>;
type Audit = Core["credits"][number];

/** How the courses went, each comment beside its grade, with the instant that was true. */
export function gradeSection({ grades, school }: Core): Section {
  if (grades.length === 0) return {};
  const courses = grades.map(({ course, grade, comment }): Row => ({
    course: { text: course },
    grade,
    ...(comment ? { comment: { text: comment } } : {}),
  }));
  // One instant for the table: the oldest, so that it promises no more than every row can keep.
  const asOf = grades.map((grade) => grade.asOf).sort()[0] ?? "";
  return { courses, source: word("grades.asOf", { at: { at: asOf, zone: school.zone, as: "short" } }) };
}

/** The diploma subject by subject, then each plan's standing in a sentence. */
export function creditSection({ credits }: Core): Section {
  const known = credits.filter(({ standing }) => standing !== "not-yet");
  const diploma = known.find(({ unit }) => unit === "credits");
  if (!diploma) return {};
  const widest = Math.max(...diploma.subjects.map(({ required }) => required));
  return {
    subjects: diploma.subjects.map((subject) => rowOf(subject, widest)),
    plan: {
      status: known.flatMap((audit) => statusOf(audit, audit === diploma)),
    },
    source: [word("credits.countedBy"), ...known.flatMap(planOf)],
  };
}

/** Plans of templates/graduation-plans, which the form has names for. */
const named = new Set(["a-g", "diploma-130", "diploma-220", "diploma-240"]);

/** Which plan counted, and in which version of it. */
const planOf = ({ plan, version }: Audit, at: number): Phrase[] => [
  ...(at > 0 ? [{ text: "·" }] : []),
  named.has(plan) ? word(`credits.planName-${plan}`) : { text: plan },
  { text: `(${version})` },
];

function rowOf(
  { subject, required, earned, underWay, short, toTake }: Audit["subjects"][number],
  of: number,
): Row {
  const said = word("credits.of", { earned: `${earned}`, required: `${required}` });
  const parts = (
    [
      [earned, "done"],
      [underWay, "now"],
      [short, "short"],
      [toTake, "todo"],
    ] as const
  ).flatMap(([amount, fill]): Bar["bar"] => (amount > 0 ? [{ amount, fill }] : []));
  return {
    subject: word(`subject.${subject}`),
    bar: { bar: parts, of, alt: said },
    earned: short > 0 ? [said, word("credits.short", { short: `${short}` })] : said,
  };
}

const standings = {
  "on-track": "credits.onTrack",
  watch: "credits.watch",
  "needs-plan": "credits.offTrack",
} as const;

type Phrases = Exclude<Words, unknown[]>[];

/** "Diploma. On track, 55 of 220 earned, 60 under way." What is short is named, never a bare verdict. */
function statusOf({ plan, standing, unit, ...audit }: Audit, isFirst: boolean): Phrases {
  const { earned, underWay, required } = audit;
  const missing = audit.subjects.filter(({ short }) => short > 0);
  return [
    ...(isFirst ? [] : [word(`credits.plan-${plan}`)]), // the line's own label says “Diploma”
    word(standings[standing as keyof typeof standings]),
    word("credits.sum", { earned: `${earned}`, required: `${required}`, underWay: `${underWay}` }),
    ...missing.flatMap(({ subject, short }): Phrases => [
      "·",
      word(`subject.${subject}`),
      word(`credits.toEarn-${unit}`, { short: `${short}` }),
    ]),
  ];
}
