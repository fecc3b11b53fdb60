import type { FamilyAnswers } from "./family-answers.svelte.ts";
import type { Question } from "./questionnaire.api.ts";

/** The six, in the order they are asked; the last gathers what is practical. */
export const six = ["celebrations", "schoolSaid", "help", "discuss", "home", "coming"] as const;
/** One of the six, or what the school's own form asks. */
export type Step = (typeof six)[number] | "school";

/** The way through: the six, with what the school asks before what is practical. */
export const stepsOf = ({ own }: FamilyAnswers): Step[] =>
  six.flatMap((step): Step[] => (step === "coming" && own.length > 0 ? ["school", step] : [step]));

const practical = ["who", "way", "language", "access"] as const;

/** Whether something is written for a step. */
export const isAnswered = (answers: FamilyAnswers, step: Step): boolean =>
  questionsIn(answers, step).some((question) => answers.of(question).isAnswered);

function questionsIn(answers: FamilyAnswers, step: Step): readonly Question[] {
  if (step === "coming") return practical;
  return step === "school" ? answers.own.map(({ name }) => name) : [step];
}
