import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Value } from "typebox/value";
import { projectRoot } from "#server/project-root.ts";
import { CutTable } from "./cut-table.contract.ts";

let known: readonly CutTable[] | undefined;

/** The cut tables of templates/cut-tables, one a test. */
export function readCutTables(): readonly CutTable[] {
  const folder = join(projectRoot, "templates", "cut-tables");
  known ??= readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => Value.Parse(CutTable, JSON.parse(readFileSync(join(folder, name), "utf8"))));
  return known;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, "");

/** The cut table of a test, however it is written: "MAP growth", "Smarter-Balanced". */
export const findCutTable = (test: string): CutTable | undefined =>
  readCutTables().find((table) => plain(table.test) === plain(test));
