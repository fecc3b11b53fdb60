import type {
  InterpreterList,
  LanguageNeeds,
  LanguagesChange,
  NewInterpreter,
} from "#server/interpreters/interpreter.contract.ts";
import type { PersonChange } from "#server/people/person.contract.ts";
import { get, patch, post } from "../api/client.ts";

export type {
  Booking,
  Interpreter,
  LanguageNeed,
  LanguageNeeds,
} from "#server/interpreters/interpreter.contract.ts";

const one = (interpreterId: string) => `/api/interpreters/${interpreterId}`;

export const listInterpreters = () => get<InterpreterList>("/api/interpreters");
export const addInterpreter = (given: NewInterpreter) => post<{ id: string }>("/api/interpreters", given);
export const changeInterpreter = (interpreterId: string, change: PersonChange) =>
  patch<void>(one(interpreterId), change);
export const changeLanguages = (interpreterId: string, base: string[], value: string[]) =>
  patch<void>(`${one(interpreterId)}/languages`, {
    ...{ field: "languages", base, value },
  } satisfies LanguagesChange);
export const inviteInterpreter = (interpreterId: string) => post<void>(`${one(interpreterId)}/invitation`);

/** The families of a page; an empty word is not asked for. */
export function listLanguageNeeds(looked: { without: string; page: string }): Promise<LanguageNeeds> {
  const asked = Object.entries(looked).filter(([, value]) => value !== "");
  return get<LanguageNeeds>(`/api/language-needs?${new URLSearchParams(asked).toString()}`);
}
