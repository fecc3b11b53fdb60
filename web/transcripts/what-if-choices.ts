import { t } from "../words/words.svelte.ts";
import { nameOf } from "./credit-words.ts";
import type { GraduationAudit, WhatIf } from "./transcript.api.ts";

type Planned = WhatIf["planned"][number];

/** A course that could be taken, as it stands on the list. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly planned: Planned;
}

/** Enough to choose from, without a page of boxes. */
const mostYears = 4;

/** What would help: each course to earn again, then as many years of a subject as a plan still asks for. */
export function choicesFor(audits: readonly GraduationAudit[]): Choice[] {
  const again = new Map<string, Choice>();
  const years = new Map<Planned["subject"], number>();
  for (const { unit, subjects } of audits) {
    const creditsAUnit = unit === "credits" ? 1 : 10;
    for (const { subject, short, toTake, shortCourses } of subjects) {
      for (const tried of shortCourses) {
        const key = `again ${subject} ${tried.course} ${tried.term}`;
        const credits = Math.max(again.get(key)?.planned.credits ?? 0, tried.amount * creditsAUnit);
        const label = t("credits.whatIfAgain", { course: tried.course, term: t(`credits.${tried.term}`) });
        again.set(key, { key, label, planned: { ...of(tried.course, subject), credits } });
      }
      const missing = toTake + (shortCourses.length === 0 ? short : 0);
      years.set(subject, Math.max(years.get(subject) ?? 0, Math.ceil((missing * creditsAUnit) / 10)));
    }
  }
  return [...again.values(), ...[...years].flatMap(([subject, count]) => yearsOf(subject, count))];
}

const of = (course: string, subject: Planned["subject"]): Planned => ({
  ...{ course, subject, credits: 10, onCollegeList: true },
});

const yearsOf = (subject: Planned["subject"], count: number): Choice[] =>
  Array.from({ length: Math.min(count, mostYears) }, (_, at) => ({
    key: `year ${subject} ${at}`,
    label:
      at === 0
        ? t("credits.whatIfYear", { subject: nameOf(subject) })
        : t("credits.whatIfNth", { subject: nameOf(subject), count: at + 1 }),
    planned: of(`${subject} ${at + 1}`, subject),
  }));
