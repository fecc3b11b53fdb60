import type { Db, Tx } from "#server/database/connect.ts";

export interface NamedAccount {
  readonly accountId: string;
  readonly districtId: string;
  readonly personId: string;
  readonly passwordHash: string | null;
  readonly language: string;
}

/** Everyone who signs in with this name; with a school, in its district only. */
export async function listAccountsNamed(
  db: Db | Tx,
  name: string,
  schoolId: string | null,
): Promise<NamedAccount[]> {
  let query = db
    .selectFrom("signInName")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "signInName.districtId")
        .onRef("person.id", "=", "signInName.personId"),
    )
    .innerJoin("account", "account.id", "person.accountId")
    .select([
      "account.id as accountId",
      "person.districtId",
      "person.id as personId",
      "account.passwordHash",
      "person.language",
    ])
    .where("signInName.value", "=", name.trim().toLowerCase())
    .where("account.disabledAt", "is", null);
  query =
    schoolId === null
      ? query.where("signInName.kind", "=", "email")
      : query.where("signInName.districtId", "in", districtOf(db, schoolId));
  return await query.orderBy("person.districtId").limit(5).execute();
}

const districtOf = (db: Db | Tx, schoolId: string) =>
  db.selectFrom("school").select("school.districtId").where("school.id", "=", schoolId);

/** Schools a person can choose at the door, by name. */
export const listSchools = (db: Db) =>
  db
    .selectFrom("school")
    .select(["id", "name"])
    .where("isActive", "=", true)
    .orderBy("name")
    .limit(500)
    .execute();
