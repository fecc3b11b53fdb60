import type { InvitableGuardian } from "../people/people.api.ts";
import type { ScheduleStudent } from "./schedule.api.ts";

/** The homes in which a student's guardians live. */
export const homesOf = ({ people }: ScheduleStudent): string[] => [
  ...new Set(people.guardians.map(({ householdId }) => householdId)),
];

/** A family that reads one language meets in it; else in English. */
export function languageOf(guardians: readonly InvitableGuardian[]): string {
  const [first, ...others] = new Set(guardians.map(({ language }) => language));
  return first !== undefined && others.length === 0 ? first : "en";
}
