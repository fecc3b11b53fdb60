import { isSubject, subjects } from "../design/subjects.ts";
import { t } from "../words/words.svelte.ts";

/** A subject as people say it; “Something else” where none of the eight fits. */
export const saySubject = (subject: string): string =>
  isSubject(subject) ? t(subjects[subject].word) : t("work.subjectOther");

/** Every subject one may choose, the eight and then the rest. */
export const subjectChoices = () =>
  [...Object.keys(subjects), "other"].map((value) => ({ value, label: saySubject(value) }));

/** Draft or final. */
export const stageChoices = () => [
  { value: "draft", label: t("work.draft") },
  { value: "final", label: t("work.final") },
];

/** Languages work is often in; another one that stands there already stays choosable under its tag. */
export function languageChoices(current: string) {
  const usual = [
    { value: "en", label: t("work.languageEnglish") },
    { value: "es", label: t("work.languageSpanish") },
    { value: "ar", label: t("work.languageArabic") },
    { value: "vi", label: t("work.languageVietnamese") },
  ];
  const known = usual.some(({ value }) => value === current);
  const other = { value: known ? "und" : current, label: t("work.languageOther") };
  return [...usual, other];
}
