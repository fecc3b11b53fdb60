import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { listAddedFields } from "#server/record-templates/list-added-fields.ts";
import { ownSlots } from "./slots/own-slots.ts";
import { listSlots, type FormSlotDefinition } from "./slots/slot.ts";

/** Everything of a record that may go into a form of this school: what every record has, and what its own record forms add. */
export const slotsOfSchool = async (
  db: Db,
  actor: Actor,
  schoolId: string,
): Promise<FormSlotDefinition[]> => [...listSlots(), ...ownSlots(await listAddedFields(db, actor, schoolId))];
