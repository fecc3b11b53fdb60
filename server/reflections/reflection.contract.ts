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

/** The questions for each subject, in the order they are asked. */
export const Prompts = Type.Object({ bySubject: Type.Record(Type.String(), Type.Array(Type.String())) });
export type Prompts = Static<typeof Prompts>;
