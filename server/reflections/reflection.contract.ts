import { Type, type Static } from "typebox";
import { Body, Id, Instant, LanguageTag, Prose } from "#server/http/shapes.contract.ts";

/** The key of a question; its sentence stands in templates/languages/…/prompts.json. */
export const PromptKey = Type.String({ pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", maxLength: 60 });

/** A student's answer to one question about one piece. */
export const Reflection = Type.Object({
  prompt: Type.String(),
  answer: Type.String(),
  language: Type.String(),
  updatedAt: Instant,
});
export type Reflection = Static<typeof Reflection>;

/** What she writes now, and what stood there when she began. */
export const ReflectionAnswer = Body({ base: Prose(), answer: Prose(), language: LanguageTag });
export type ReflectionAnswer = Static<typeof ReflectionAnswer>;

export const ReflectionParams = Type.Object({ workSampleId: Id, prompt: PromptKey });

/** How much help a student gets with beginning: first words in sight, first words on asking, or none. */
export const StartingHelp = Type.Union([Type.Literal("open"), Type.Literal("folded"), Type.Literal("none")]);
export type StartingHelp = Static<typeof StartingHelp>;

/** The questions for each subject, in the order they are asked, and how much help this reader gets with them. */
export const Prompts = Type.Object({
  bySubject: Type.Record(Type.String(), Type.Array(Type.String())),
  help: StartingHelp,
});
export type Prompts = Static<typeof Prompts>;
