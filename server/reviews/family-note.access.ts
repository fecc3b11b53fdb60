import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isOwnHousehold } from "#server/access/households.ts";
import {
  allOf,
  anyOf,
  isInspectingGuardian,
  isSelf,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";

const student = sql.ref("familyNote.studentId");

/** A note is the student's; its own household reads it again, the other one never. */
export const readableBy = (actor: Actor): Rule =>
  anyOf(
    isSelf(actor, student),
    allOf(
      isInspectingGuardian(actor, student),
      anyOf(
        sql`family_note.author_id = ${actor.personId}`,
        allOf(
          sql`family_note.household_id is not null`,
          isOwnHousehold(actor, student, sql.ref("familyNote.householdId")),
        ),
      ),
    ),
  );

/** The student and her guardians keep the notes; each sees those that are hers to see. */
export const keepsNotesOf = (actor: Actor, whose: StudentRef): Rule =>
  anyOf(isSelf(actor, whose), isInspectingGuardian(actor, whose));
