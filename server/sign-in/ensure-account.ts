import { uuidv7 } from "uuidv7";
import type { Tx } from "#server/database/connect.ts";

/**
 * The account of a person, made when she has none: whoever is written to may sign in by that address.
 * A name somebody else in the district signs in with stays theirs.
 */
export async function ensureAccount(
  tx: Tx,
  { districtId, personId, address }: { districtId: string; personId: string; address: string },
): Promise<string> {
  const person = await tx
    .selectFrom("person")
    .select("accountId")
    .where("districtId", "=", districtId)
    .where("id", "=", personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (person.accountId !== null) return person.accountId;
  const accountId = uuidv7();
  await tx.insertInto("account").values({ id: accountId }).execute();
  await tx
    .updateTable("person")
    .set({ accountId })
    .where("districtId", "=", districtId)
    .where("id", "=", personId)
    .execute();
  await tx
    .insertInto("signInName")
    .values({ districtId, kind: "email", value: address.trim().toLowerCase(), personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return accountId;
}
