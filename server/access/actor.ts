/** What a staff member is employed as; who answers for which student is decided per student. */
export type StaffRole =
  "teacher" | "case-manager" | "counsellor" | "office" | "school-administrator" | "district-administrator";

/** The person behind a request, as far as the rules need to know her. */
export interface Actor {
  readonly accountId: string;
  readonly districtId: string;
  readonly personId: string;
  readonly language: string;
  readonly isStudent: boolean;
  readonly isGuardian: boolean;
  readonly isMentor: boolean;
  readonly isInterpreter: boolean;
  readonly isAdviser: boolean;
  readonly roles: readonly StaffRole[];
  /** The instant of the request; rules never read a clock. */
  readonly now: Date;
  /** The day of the request in the district's time zone. */
  readonly today: string;
}

export const isStaff = (actor: Actor): boolean => actor.roles.length > 0 || actor.isAdviser;
export const hasRole = (actor: Actor, ...roles: StaffRole[]): boolean =>
  actor.roles.some((role) => roles.includes(role));
