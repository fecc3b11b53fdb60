import { isSubject, type SubjectName } from "../design/subjects.ts";
import { language, t } from "../words/words.svelte.ts";
import type { GraduationAudit, SubjectStanding } from "./transcript.api.ts";

/** Electives wear the hue of what is made by hand; they have no subject of their own. */
export const hueOf = (subject: SubjectStanding["subject"]): SubjectName =>
  subject === "elective" ? "career" : isSubject(subject) ? subject : "career";

export const nameOf = (subject: SubjectStanding["subject"]): string => t(`credits.${subject}`);

/** "4½" rather than 4.5: half years are what people count in. */
export function sayAmount(amount: number): string {
  const whole = Math.floor(amount);
  if (amount - whole === 0.5) return whole === 0 ? "½" : `${whole}½`;
  return new Intl.NumberFormat(language(), { maximumFractionDigits: 2 }).format(amount);
}

const looks = { "on-track": "good", watch: "watch", "needs-plan": "short", "not-yet": "quiet" } as const;

/** Where she stands in a sentence that names what is missing: never a bare verdict. */
export function sayStanding(audit: GraduationAudit): {
  is: "good" | "watch" | "short" | "quiet";
  text: string;
} {
  const what = sayMissing(audit);
  const { standing } = audit;
  const is = looks[standing];
  if (standing === "not-yet") return { is, text: t("credits.not-yet") };
  if (standing === "on-track")
    return { is, text: what === null ? t("credits.on-track") : t("credits.onTrackBut", { what }) };
  return { is, text: t(`credits.${standing}`, { what: what ?? "" }) };
}

/** What is to earn again in the first subject that has any, or how much is behind; null when nothing is. */
export function sayMissing({ unit, subjects, behind }: GraduationAudit): string | null {
  const first = firstShort({ subjects });
  const inYears = unit === "year-courses";
  if (first) {
    const words = { amount: sayAmount(first.short), subject: nameOf(first.subject) };
    return inYears ? t("credits.shortYears", words) : t("credits.shortCredits", words);
  }
  if (behind === 0) return null;
  const words = { amount: sayAmount(behind) };
  return inYears ? t("credits.behindYears", words) : t("credits.behindCredits", words);
}

export const firstShort = ({ subjects }: Pick<GraduationAudit, "subjects">): SubjectStanding | undefined =>
  subjects.find(({ short }) => short > 0);

/** "Algebra 1, second half: D" */
export const sayCourse = ({ course, term, grade }: SubjectStanding["shortCourses"][number]): string =>
  grade === null
    ? t("credits.failedCourseNoGrade", { course, term: t(`credits.${term}`) })
    : t("credits.failedCourse", { course, term: t(`credits.${term}`), grade });

/** What a plan is called. */
export const nameOfPlan = ({ unit }: Pick<GraduationAudit, "unit">): string =>
  t(unit === "credits" ? "credits.diploma" : "credits.a-g");
