import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { anyOf, isAdviserOf, isSelf, type Rule, type StudentRef } from "#server/access/relations.ts";

const student = sql.ref("rehearsal.studentId");

/** That she rehearsed and when concerns the student and her adviser. */
export const seesRehearsalsOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isSelf(actor, student), isAdviserOf(actor, student));

export const readableBy = (actor: Actor): Rule => seesRehearsalsOf(actor, student);

/** It is the student's own: only she decides who sees how long she took. */
export const ownedBy = (actor: Actor): Rule => isSelf(actor, student);

/** How long each part took: hers, and her adviser's once she shares it. */
export const timesReadableBy = (actor: Actor): Rule =>
  anyOf(ownedBy(actor), sql`rehearsal.shared_at is not null`);
