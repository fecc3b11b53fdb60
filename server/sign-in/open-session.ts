import { randomBytes } from "node:crypto";
import type { Tx } from "#server/database/connect.ts";
import { sessionHours } from "./session-cookie.ts";
import { hashOfToken, newToken } from "./tokens.ts";

export interface Who {
  readonly accountId: string;
  readonly districtId: string;
  readonly personId: string;
}

/** Opens a session for a person and returns the token for her cookie; only its hash is kept. */
export async function openSession(
  tx: Tx,
  { accountId, districtId, personId }: Who,
  now: Date,
): Promise<string> {
  const token = newToken();
  await tx
    .insertInto("session")
    .values({
      tokenHash: hashOfToken(token),
      accountId,
      districtId,
      personId,
      draftKey: (await findDraftKey(tx, accountId)) ?? randomBytes(32),
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + sessionHours * 3_600_000),
    })
    .execute();
  return token;
}

/** Text left unsent when a session ran out is read again in the next one; signing out removes session, key and text alike. */
async function findDraftKey(tx: Tx, accountId: string): Promise<Buffer | undefined> {
  const last = await tx
    .selectFrom("session")
    .select("draftKey")
    .where("accountId", "=", accountId)
    .orderBy("createdAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.draftKey;
}
