import { hasWord, loadWords, said, t } from "../words/words.svelte.ts";
import { problemOf } from "./problem.ts";

/**
 * One sentence a person can act on: ours for a known code, else the server's, else a general one.
 * The many refusals come with the pages that can meet them; a first page sends for them when it needs one, and says it
 * again in the reader's language once they are there.
 */
export function sentenceFor(thrown: unknown): string {
  const problem = problemOf(thrown);
  const known = [`errors.${problem.code}`, `refusals.${problem.code}`].find(hasWord);
  if (known) return said(known, problem.values);
  void loadWords("refusals").catch(() => undefined);
  return problem.detail ?? t("errors.unexpected");
}
