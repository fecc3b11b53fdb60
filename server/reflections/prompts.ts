import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { projectRoot } from "#server/project-root.ts";
import type { Prompts } from "./reflection.contract.ts";

/** The questions of templates/prompts, one file a subject; a school may replace the files. */
export function readPrompts(folder = join(projectRoot, "templates/prompts")): Prompts {
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
export const isAsked = ({ bySubject }: Prompts, key: string): boolean =>
  Object.values(bySubject).some((keys) => keys.includes(key));
