import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isOwnHousehold } from "#server/access/households.ts";
import { allOf, anyOf, isInspectingGuardian, isSelf, type Rule } from "#server/access/relations.ts";

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
