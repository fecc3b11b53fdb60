import type { Actor } from "#server/access/actor.ts";
import { guidesStudent } from "#server/access/audiences.ts";
import { anyOf, isSelf, type Rule, type StudentRef } from "#server/access/relations.ts";

/** How ready she is concerns the student and those who guide her; families see what she shows them. */
export const seesReadinessOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isSelf(actor, student), guidesStudent(actor, student));
