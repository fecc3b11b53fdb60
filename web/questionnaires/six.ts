import type { FamilyAnswers } from "./family-answers.svelte.ts";

/** The six, in the order they are asked; the last gathers what is practical. */
export const six = ["celebrations", "schoolSaid", "help", "discuss", "home", "coming"] as const;
export type Step = (typeof six)[number];

const practical = ["who", "way", "language", "access"] as const;

/** Whether something is written for one of the six. */
export const isAnswered = (answers: FamilyAnswers, step: Step): boolean =>
  step === "coming"
    ? practical.some((question) => answers.of(question).isAnswered)
    : answers.of(step).isAnswered;
