import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { projectRoot } from "#server/project-root.ts";
import type { Prompts, StartingHelp } from "./reflection.contract.ts";

type Asked = Pick<Prompts, "bySubject">;

/** Sentence starters in middle school, on asking in grades 9 and 10, then none (domain brief, section 5). */
export const helpIn = (grade: number | undefined): StartingHelp =>
  grade === undefined || grade > 10 ? "none" : grade > 8 ? "folded" : "open";

/** The questions of templates/prompts, one file a subject; a school may replace the files. */
export function readPrompts(folder = join(projectRoot, "templates/prompts")): Asked {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const bySubject = Object.fromEntries(
    files.sort().map((name) => [basename(name, ".json"), readKeys(join(folder, name))]),
  );
  return { bySubject };
}

function readKeys(file: string): string[] {
  const keys: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === "string"))
    throw new Error(`${file} is not a list of the keys of questions.`);
  return keys;
}

/** Whether a key is asked in any subject: a piece may change its subject after a question was answered. */
export const isAsked = ({ bySubject }: Asked, key: string): boolean =>
  Object.values(bySubject).some((keys) => keys.includes(key));
