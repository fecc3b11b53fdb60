import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { findNoteTarget } from "./review.queries.ts";
import type { NewNote } from "./review.contract.ts";
import { tellStudent } from "./tell-student.ts";

/** Gives the student a note from her family, to keep. */
export async function writeNote(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  { body, language }: NewNote,
): Promise<string> {
  const target = await findNoteTarget(tx, actor, conferenceId);
  if (!target) throw new NotFound("conference");
  const id = uuidv7();
  const { studentId, householdId } = target;
  await tx
    .insertInto("familyNote")
    .values({
      districtId: actor.districtId,
      id,
      studentId,
      conferenceId,
      authorId: actor.personId,
      householdId,
      body,
      language,
      writtenAt: actor.now,
    })
    .execute();
  await tellStudent(tx, actor, { noteId: id, studentId });
  return id;
}
