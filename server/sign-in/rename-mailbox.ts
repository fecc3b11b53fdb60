import type { Tx } from "#server/database/connect.ts";

/**
 * Follows a new e-mail address: who signs in by the old one signs in by the new, and links sent to the old one end.
 * An address somebody else in the district signs in with stays theirs.
 */
export async function renameMailbox(
  tx: Tx,
  { districtId }: { districtId: string },
  { personId, address }: { personId: string; address: string | null },
): Promise<void> {
  await tx
    .deleteFrom("signInName")
    .where("districtId", "=", districtId)
    .where("personId", "=", personId)
    .where("kind", "=", "email")
    .execute();
  await tx
    .deleteFrom("signInLink")
    .where("districtId", "=", districtId)
    .where("personId", "=", personId)
    .where("usedAt", "is", null)
    .execute();
  if (address === null) return;
  await tx
    .insertInto("signInName")
    .values({ districtId, kind: "email", value: address.trim().toLowerCase(), personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
