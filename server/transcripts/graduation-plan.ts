import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Value } from "typebox/value";
import { projectRoot } from "#server/project-root.ts";
import { GraduationPlan } from "./graduation-plan.contract.ts";

/** What a school that chose nothing holds its students against. */
export const usualDiploma = "diploma-220";

let known: readonly GraduationPlan[] | undefined;

/** The plans of templates/graduation-plans, by key. */
function shippedPlans(): readonly GraduationPlan[] {
  const folder = join(projectRoot, "templates", "graduation-plans");
  known ??= readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => Value.Parse(GraduationPlan, JSON.parse(readFileSync(join(folder, name), "utf8"))));
  return known;
}

/** The diplomas a school chooses from, the smallest first. */
export const listDiplomas = (): readonly GraduationPlan[] =>
  shippedPlans()
    .filter(({ onlyCollegeList }) => !onlyCollegeList)
    .toSorted((a, b) => creditsOf(a) - creditsOf(b));

/** What a plan asks for in all. */
export const creditsOf = ({ subjects }: GraduationPlan): number =>
  subjects.reduce((total, { required }) => total + required, 0);

/** Every student is held against both, the diploma first: a D earns diploma credit, but no place in A–G. */
export const readPlans = (diploma: string | null = null): readonly GraduationPlan[] =>
  [diploma ?? usualDiploma, "a-g"].map((key) => {
    const plan = shippedPlans().find((one) => one.key === key);
    if (!plan) throw new Error(`There is no graduation plan ${key} in templates/graduation-plans.`);
    return plan;
  });
