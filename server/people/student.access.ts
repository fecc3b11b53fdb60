import type { Actor } from "#server/access/actor.ts";
import { arrangesFor, readsNumbersOf } from "#server/access/audiences.ts";
import { anyOf, isAnyGuardian, isTeacherOf, type Rule, type StudentRef } from "#server/access/relations.ts";

/** Whoever has anything to do with the student may know her name and grade. */
export const isKnownTo = (actor: Actor, student: StudentRef): Rule =>
  anyOf(
    readsNumbersOf(actor, student),
    arrangesFor(actor, student),
    isTeacherOf(actor, student),
    isAnyGuardian(actor, student),
  );
