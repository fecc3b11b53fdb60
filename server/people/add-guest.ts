import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";

/** Adds somebody who comes along but is not on the school's lists: a name, no account. */
export async function addGuest(
  tx: Tx,
  { districtId }: Actor,
  {
    personId,
    name,
    ...reached
  }: { personId: string; name: string; email?: string | null; language?: string },
): Promise<void> {
  const [givenName = name, ...rest] = name.trim().split(/\s+/);
  const added = await tx
    .insertInto("person")
    .values({ districtId, id: personId, givenName, familyName: rest.join(" "), ...reached })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) throw new Refused("cannot-invite");
}
