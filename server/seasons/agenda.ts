import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Value } from "typebox/value";
import { projectRoot } from "#server/project-root.ts";
import { Agenda, type AgendaSegment } from "./agenda.contract.ts";

const known = new Map<string, Agenda>();

/** The agenda of templates/agendas with this key, at its own length. */
export function readAgenda(key: string): Agenda {
  const before = known.get(key);
  if (before) return before;
  if (!/^[a-z0-9-]+$/.test(key)) throw new Error(`${key} cannot be the key of an agenda.`);
  const file = join(projectRoot, "templates", "agendas", `${key}.json`);
  const agenda = Value.Parse(Agenda, JSON.parse(readFileSync(file, "utf8")));
  known.set(key, agenda);
  return agenda;
}

/** The same agenda in a conference of `minutes`: whole minutes that add up to it, none below 1 where there are enough. */
export function scaleAgenda(agenda: Agenda, minutes: number): Agenda {
  const whole = lengthOf(agenda);
  const wanted = agenda.segments.map((segment) => (segment.minutes * minutes) / whole);
  const given: number[] = wanted.map(() => (minutes >= agenda.segments.length ? 1 : 0));
  for (let left = minutes - sum(given); left > 0; left -= 1) {
    const neediest = indexOfLargest(wanted.map((want, index) => want - (given[index] ?? 0)));
    given[neediest] = (given[neediest] ?? 0) + 1;
  }
  return {
    ...agenda,
    segments: agenda.segments.map((segment, index) => ({ ...segment, minutes: given[index] ?? 0 })),
  };
}

/** The sections of a portfolio: the parts of the agenda in which the student shows work. */
export const portfolioSections = (agenda: Agenda): string[] =>
  agenda.segments.filter((segment) => segment.showsWork).map((segment) => segment.key);

/** How long an agenda lasts, in minutes. */
export const lengthOf = ({ segments }: { segments: readonly AgendaSegment[] }): number =>
  sum(segments.map((segment) => segment.minutes));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const indexOfLargest = (numbers: readonly number[]): number => numbers.indexOf(Math.max(...numbers));
