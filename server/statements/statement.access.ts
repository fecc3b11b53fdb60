import type { Actor } from "#server/access/actor.ts";
import { guidesStudent } from "#server/access/audiences.ts";
import { anyOf, isSelf, type Rule, type StudentRef } from "#server/access/relations.ts";

/** Before the conference her words are between her and those who help her prepare; the record carries them on. */
export const readsStatementsOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isSelf(actor, student), guidesStudent(actor, student));

/** Nobody speaks for her here. */
export const writesStatementsOf = (actor: Actor, student: StudentRef): Rule => isSelf(actor, student);
