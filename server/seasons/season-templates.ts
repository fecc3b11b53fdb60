import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#server/project-root.ts";
import type { Agenda } from "./agenda.contract.ts";
import { readAgenda } from "./agenda.ts";

const templates = join(projectRoot, "templates");

/** The order an administrator meets them in: the usual one first, then through the year, then for single students. */
const usualOrder = [
  "default",
  "fall-goals",
  "winter-progress",
  "spring-showcase",
  "senior",
  "newcomer",
  "quick",
];
const rank = (key: string): number =>
  (usualOrder.indexOf(key) + usualOrder.length + 1) % (usualOrder.length + 1);

/** Every agenda of templates/agendas. */
export const listAgendas = (): Agenda[] =>
  readdirSync(join(templates, "agendas"))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(readAgenda);
