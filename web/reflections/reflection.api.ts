import type { Prompts, Reflection, ReflectionAnswer } from "#server/reflections/reflection.contract.ts";
import { get, put } from "../api/client.ts";

export type { Prompts, Reflection, StartingHelp } from "#server/reflections/reflection.contract.ts";

export const listPrompts = () => get<Prompts>("/api/prompts");
export const answerPrompt = (workSampleId: string, prompt: string, answer: ReflectionAnswer) =>
  put<Reflection>(`/api/work-samples/${workSampleId}/reflections/${prompt}`, answer);
