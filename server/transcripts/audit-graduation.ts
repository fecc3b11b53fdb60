import { reaches } from "./grade-scale.ts";
import type { CreditSubject, GraduationPlan } from "./graduation-plan.contract.ts";
import { listNotMadeUp } from "./not-made-up.ts";
import type {
  Course,
  GraduationAudit,
  ShortCourse,
  Standing,
  SubjectStanding,
} from "./transcript.contract.ts";

/** A year-course; from so much on, what is short or behind needs a plan. */
const creditsOfAYear = 10;

/** Holds a transcript against a plan, in the plan's unit. `grade` is the one she is in: what should be there by its end. */
export function auditGraduation(
  plan: GraduationPlan,
  courses: readonly Course[],
  grade: number,
): GraduationAudit {
  const counted = courses.filter(
    ({ state, onCollegeList }) => state !== "withdrawn" && (onCollegeList || !plan.onlyCollegeList),
  );
  const subjects = standIn(plan, counted);
  const [required, earned, underWay, short] = (["required", "earned", "underWay", "short"] as const).map(
    (part) => sum(subjects.map((subject) => subject[part])),
  ) as [number, number, number, number];
  const expected = plan.pace[String(Math.min(12, Math.max(9, grade)))] ?? 0;
  const behind = Math.max(0, round(expected - earned - underWay));
  return {
    plan: plan.key,
    version: plan.version,
    unit: plan.unit,
    required,
    earned,
    underWay,
    short,
    expected,
    behind,
    standing: standingOf(plan, counted, { short, behind }),
    subjects,
  };
}

function standingOf(
  plan: GraduationPlan,
  courses: readonly Course[],
  { short, behind }: { short: number; behind: number },
): Standing {
  if (courses.length === 0) return "not-yet";
  const aYear = creditsOfAYear / plan.creditsAUnit;
  // What a school elsewhere gave arrives late and is counted by hand: being behind is no verdict then.
  const cameFromElsewhere = courses.some(({ externalSchool }) => externalSchool !== null);
  if (short >= aYear || (behind >= aYear && !cameFromElsewhere)) return "needs-plan";
  return short > plan.mayBeShort || behind > 0 ? "watch" : "on-track";
}

interface Tally {
  readonly subject: CreditSubject;
  readonly required: number;
  earned: number;
  underWay: number;
  readonly shortCourses: ShortCourse[];
}

/** Subject by subject; what goes beyond a subject's need counts as an elective. */
function standIn(plan: GraduationPlan, courses: readonly Course[]): SubjectStanding[] {
  const tallies = plan.subjects.map((wanted) => tallyOf(plan, courses, wanted));
  const elective = tallies.find(({ subject }) => subject === "elective");
  for (const tally of tallies) {
    if (tally === elective || !elective) continue;
    const moreEarned = Math.max(0, tally.earned - tally.required);
    const moreUnderWay = Math.max(0, tally.underWay - Math.max(0, tally.required - tally.earned));
    elective.earned += moreEarned;
    elective.underWay += moreUnderWay;
  }
  return tallies.map(standingIn);
}

function tallyOf(
  plan: GraduationPlan,
  courses: readonly Course[],
  { subject, required }: GraduationPlan["subjects"][number],
): Tally {
  const here = courses.filter((course) => course.subject === subject);
  const counts = (course: Course) =>
    course.state === "earned" && (plan.leastGrade === null || reaches(course.grade, plan.leastGrade));
  const inUnits = (credits: number[]) => sum(credits) / plan.creditsAUnit;
  return {
    subject,
    required,
    earned: inUnits(here.filter(counts).map(({ earned }) => earned)),
    underWay: inUnits(here.filter(({ state }) => state === "in-progress").map(({ attempted }) => attempted)),
    // Any other course will do for an elective: one that went wrong leaves nothing to make up.
    shortCourses: subject === "elective" ? [] : listNotMadeUp(here, counts, plan.creditsAUnit),
  };
}

function standingIn({ subject, required, shortCourses, ...tally }: Tally): SubjectStanding {
  const earned = Math.min(required, tally.earned);
  const underWay = Math.min(required - earned, tally.underWay);
  const short = Math.min(required - earned - underWay, sum(shortCourses.map(({ amount }) => amount)));
  return {
    subject,
    required,
    earned: round(earned),
    underWay: round(underWay),
    short: round(short),
    toTake: round(required - earned - underWay - short),
    shortCourses: short > 0 ? shortCourses : [],
  };
}

const round = (amount: number): number => Math.round(amount * 100) / 100;
const sum = (amounts: readonly number[]): number => round(amounts.reduce((total, each) => total + each, 0));
