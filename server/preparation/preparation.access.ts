import type { Actor } from "#server/access/actor.ts";
import { isAdviserOf, type Rule, type StudentRef } from "#server/access/relations.ts";

/** Whoever will run the meeting: the adviser, a co-adviser, a substitute within her period. */
export const preparesRecordOf = (actor: Actor, student: StudentRef): Rule => isAdviserOf(actor, student);
