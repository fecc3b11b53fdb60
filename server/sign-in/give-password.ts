import { uuidv7 } from "uuidv7";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { hashPassword } from "./password.ts";

interface Given {
  readonly districtId: string;
  readonly personId: string;
  readonly username: string;
  readonly password: string;
}

/** Gives a person a username and a password; whoever was signed in with the old one is signed out. */
export async function givePassword(tx: Tx, { districtId, personId, username, password }: Given, now: Date) {
  const accountId = await openAccount(tx, { districtId, personId }, now);
  await tx
    .updateTable("account")
    .set({ passwordHash: await hashPassword(password) })
    .where("id", "=", accountId)
    .execute();
  // Ended, not removed: the key to text left unsent stays for the next session.
  await tx
    .updateTable("session")
    .set({ expiresAt: now })
    .where("accountId", "=", accountId)
    .where("expiresAt", ">", now)
    .execute();
  await tx
    .deleteFrom("signInName")
    .where("districtId", "=", districtId)
    .where("personId", "=", personId)
    .where("kind", "=", "username")
    .execute();
  await tx
    .insertInto("signInName")
    .values({ districtId, kind: "username", value: username.trim().toLowerCase(), personId })
    .execute();
}

/** Her account, made when she has none; one that another district shares is not ours to open. */
async function openAccount(
  tx: Tx,
  { districtId, personId }: Pick<Given, "districtId" | "personId">,
  now: Date,
) {
  const person = await tx
    .selectFrom("person")
    .select("accountId")
    .where("districtId", "=", districtId)
    .where("id", "=", personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (person.accountId === null) {
    const accountId = uuidv7();
    await tx.insertInto("account").values({ id: accountId, createdAt: now }).execute();
    await tx
      .updateTable("person")
      .set({ accountId })
      .where("districtId", "=", districtId)
      .where("id", "=", personId)
      .execute();
    return accountId;
  }
  const elsewhere = await tx
    .selectFrom("person")
    .select("id")
    .where("accountId", "=", person.accountId)
    .where("districtId", "<>", districtId)
    .executeTakeFirst();
  if (elsewhere) throw new Refused("account-elsewhere");
  return person.accountId;
}
