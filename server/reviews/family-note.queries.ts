import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { readableBy } from "./family-note.access.ts";
import type { FamilyNote } from "./review.contract.ts";

/** The notes of a student that this person may read, newest first. */
export async function listNotes(db: Db, actor: Actor, studentId: string): Promise<FamilyNote[]> {
  const rows = await db
    .selectFrom("familyNote")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "familyNote.districtId")
        .onRef("person.id", "=", "familyNote.authorId"),
    )
    .select([
      "familyNote.id",
      "familyNote.conferenceId",
      "familyNote.body",
      "familyNote.language",
      "familyNote.writtenAt",
      "familyNote.readAt",
      "familyNote.authorId",
    ])
    .select(sql<string>`person.given_name || ' ' || person.family_name`.as("authorName"))
    .where("familyNote.districtId", "=", actor.districtId)
    .where("familyNote.studentId", "=", studentId)
    .where(readableBy(actor))
    .orderBy("familyNote.writtenAt", "desc")
    .limit(200)
    .execute();
  return rows.map(({ authorId, writtenAt, readAt, ...note }) => ({
    ...note,
    writtenAt: writtenAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    mine: authorId === actor.personId,
  }));
}

/** Notes that the student has now read them. */
export const markNotesRead = (tx: Tx, actor: Actor): Promise<unknown> =>
  tx
    .updateTable("familyNote")
    .set({ readAt: actor.now })
    .where("districtId", "=", actor.districtId)
    .where("studentId", "=", actor.personId)
    .where("readAt", "is", null)
    .execute();
