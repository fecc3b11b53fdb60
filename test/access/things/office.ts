import type { Db } from "#server/database/connect.ts";
import type { Circle } from "../cast.ts";

/** What the office keeps around a student. */
export interface OfficeThings {
  /** The advisory she is in. */
  readonly advisoryId: string;
  /** Her adviser's role as a teacher. */
  readonly roleId: string;
}

/** Finds them, and writes down where her guardian is written to. */
export async function bringOffice(
  db: Db,
  { student, adviser, guardian, interpreter }: Circle,
): Promise<OfficeThings> {
  const { districtId, personId } = interpreter;
  await db.insertInto("interpreter").values({ districtId, personId, language: "es" }).execute();
  await db.updateTable("person").set({ email: "lucia@example.org" }).where("id", "=", personId).execute();
  await db
    .updateTable("person")
    .set({ email: "rosa@example.org" })
    .where("id", "=", guardian.personId)
    .execute();
  await db
    .updateTable("person")
    .set({ email: "okafor@example.org" })
    .where("id", "=", adviser.personId)
    .execute();
  const { advisoryId } = await db
    .selectFrom("advisoryStudent")
    .select("advisoryId")
    .where("studentId", "=", student.personId)
    .executeTakeFirstOrThrow();
  const { id: roleId } = await db
    .selectFrom("staffRole")
    .select("id")
    .where("personId", "=", adviser.personId)
    .executeTakeFirstOrThrow();
  return { advisoryId, roleId };
}
