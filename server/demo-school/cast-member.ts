import type { StaffRole } from "#server/access/actor.ts";

/** Somebody of the demo school. */
export interface CastMember {
  readonly name: readonly [given: string, family: string];
  readonly as: "student" | "guardian" | "staff" | "mentor" | "interpreter";
  readonly ownScriptName?: string;
  readonly salutation?: string;
  readonly language?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly username?: string;
  readonly roles?: readonly StaffRole[];
  readonly advises?: boolean;
  /** Students: the grade, and how many years and days old today. */
  readonly grade?: number;
  readonly age?: readonly [years: number, days: number];
  /** Guardians who live with another guardian. */
  readonly home?: string;
  /** Students of the middle school; everybody else is at Calder Bay. */
  readonly atMiddleSchool?: boolean;
}

/** Who answers for a student, and what she may do. */
export interface Kinship<Key extends string = string> {
  readonly student: Key;
  readonly guardian: Key;
  readonly relationship: string;
  readonly livesWith?: boolean;
  readonly mayInspectRecords?: boolean;
  readonly mayAttend?: boolean;
  readonly mayBeContacted?: boolean;
  readonly courtDocument?: string;
}
