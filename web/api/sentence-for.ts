import { hasWord, t } from "../words/words.svelte.ts";
import { problemOf } from "./problem.ts";

/** One sentence a person can act on: ours for a known code, else the server's, else a general one. */
export function sentenceFor(thrown: unknown): string {
  const problem = problemOf(thrown);
  const key = `errors.${problem.code}`;
  if (hasWord(key)) return t(key as "errors.unexpected");
  return problem.detail ?? t("errors.unexpected");
}
