import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import type { NewPerson } from "./person.contract.ts";

/** Writes somebody down; she signs in once she is invited or given a password. */
export async function addPerson(
  tx: Tx,
  { districtId, now }: Actor,
  { givenName, familyName, ownScriptName = null, language, email, phone }: NewPerson,
): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto("person")
    .values({
      districtId,
      id,
      givenName: givenName.trim(),
      familyName: familyName.trim(),
      ownScriptName,
      language,
      email: email?.trim() ?? null,
      phone,
      createdAt: now,
    })
    .execute();
  return id;
}
