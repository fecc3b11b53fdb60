import type { Audience, Question, UsualQuestion } from "./questionnaire.contract.ts";

/** When a question is asked: before the conference, or after it. */
export type Phase = "before" | "after";

interface Asked {
  readonly phase: Phase;
  /** Who reads the answer unless the family says otherwise. */
  readonly audience: Audience;
  /** True where the family may choose who reads it. */
  readonly maySayWho: boolean;
  /** What may be answered, where it is a choice. */
  readonly choices?: readonly string[];
}

const words = { phase: "before", maySayWho: true } as const;
const practical = { phase: "before", audience: "adviser", maySayWho: false } as const;
const after = { phase: "after", audience: "adviser", maySayWho: false } as const;
const heard = ["yes", "partly", "no"] as const;

/** What families are asked, in order: five questions, the practical ones as the sixth, and four afterwards. */
export const questions = {
  celebrations: { ...words, audience: "room" },
  schoolSaid: { ...words, audience: "adviser" },
  help: { ...words, audience: "room" },
  discuss: { ...words, audience: "room" },
  home: { ...words, audience: "adviser" },
  who: practical,
  way: { ...practical, choices: ["in-person", "video", "either"] },
  language: practical,
  access: practical,
  surprised: after,
  heard: { ...after, choices: heard },
  enoughTime: { ...after, choices: heard },
  change: after,
} as const satisfies Record<UsualQuestion, Asked>;

/** One question as it is asked; what a school's own form asks comes to the table unless the family says otherwise. */
export const askedOf = (question: Question): Asked =>
  isUsual(question) ? questions[question] : { ...words, audience: "room" };

const isUsual = (question: Question): question is UsualQuestion => Object.hasOwn(questions, question);

/** The keys of a phase, in the order they are asked. */
export const questionsOf = (phase: Phase): UsualQuestion[] =>
  (Object.keys(questions) as UsualQuestion[]).filter((question) => questions[question].phase === phase);
