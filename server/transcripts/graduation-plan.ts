import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Value } from "typebox/value";
import { projectRoot } from "#server/project-root.ts";
import { GraduationPlan } from "./graduation-plan.contract.ts";

/** Every student is held against both: a D earns diploma credit, but no place in A–G. */
const planKeys = ["diploma-220", "a-g"];
let known: readonly GraduationPlan[] | undefined;

/** The plans of templates/graduation-plans, the diploma first. */
export function readPlans(): readonly GraduationPlan[] {
  known ??= planKeys.map((key) => {
    const file = join(projectRoot, "templates", "graduation-plans", `${key}.json`);
    return Value.Parse(GraduationPlan, JSON.parse(readFileSync(file, "utf8")));
  });
  return known;
}
