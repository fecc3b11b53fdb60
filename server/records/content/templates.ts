import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FormLayout } from "#server/forms/form-layout.contract.ts";
import type { Catalogue } from "#server/forms/reader.ts";
import type { PaperLanguage } from "../record.contract.ts";
import { projectRoot } from "#server/project-root.ts";

const read = <T>(...path: string[]): T =>
  JSON.parse(readFileSync(join(projectRoot, "templates", ...path), "utf8")) as T;
const known = new Map<string, unknown>();

function readOnce<T>(...path: string[]): T {
  const key = path.join("/");
  if (!known.has(key)) known.set(key, read<T>(...path));
  return known.get(key) as T;
}

/** A template's form, read once. */
export const layoutOf = (template: string) => readOnce<FormLayout>(template, "layout.json");

/** A template's sentences in one language, read once; those of the page for home with them. */
export function wordsOf(template: string, language: string): Catalogue {
  const words = readOnce<Catalogue>("languages", language, `${template}.json`);
  words["atHome"] ??= readOnce<Catalogue>("languages", language, "at-home.json");
  return words;
}

/** The languages the form is printed in. */
export const papers: readonly PaperLanguage[] = ["en", "es", "ar"];

/** The language a copy is drawn in unless another is asked for: the reader's own, where the form has it. */
export const paperFor = (language: string): PaperLanguage =>
  papers.find((paper) => paper === language.split("-")[0]) ?? "en";
