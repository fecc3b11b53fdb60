import type { Tx } from "#server/database/connect.ts";
import { Problem } from "#server/http/problems.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { listAccountsNamed } from "./account.queries.ts";
import { openSession } from "./open-session.ts";
import { hashOfToken, newToken } from "./tokens.ts";

export const linkLifetime = {
  "sign-in": 20 * 60_000,
  invitation: 14 * 24 * 3_600_000,
  "set-up": 24 * 3_600_000,
  // Opens nothing by itself: see enter-with-code.ts.
  mentor: 400 * 24 * 3_600_000,
} as const;
export type LinkPurpose = keyof typeof linkLifetime;

/** Mails a link that works once to everyone who signs in with this address; says nothing about who that is. */
export async function mailSignInLink(tx: Tx, email: string, now: Date): Promise<void> {
  for (const { districtId, personId, language } of await listAccountsNamed(tx, email, null)) {
    const occasion = `sign-in ${now.toISOString()}`;
    await queueMessage(
      tx,
      {
        districtId,
        personId,
        language,
        address: email.trim(),
        template: "sign-in-link",
        occasion,
        facts: { linkPurpose: "sign-in" },
      },
      now,
    );
  }
}

/** Makes a link's token; only its hash is kept. */
export async function makeLink(
  tx: Tx,
  purpose: LinkPurpose,
  who: { accountId: string; districtId: string; personId: string } | null,
  now: Date,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + linkLifetime[purpose]);
  await tx
    .insertInto("signInLink")
    .values({ tokenHash: hashOfToken(token), purpose, ...who, createdAt: now, expiresAt })
    .execute();
  return token;
}

/** Spends a link and opens a session; a link that was used, is unknown or too old is refused alike. */
export async function openLink(tx: Tx, token: string, now: Date): Promise<string> {
  const link = await spendLink(tx, token, ["sign-in", "invitation"], now);
  if (link.accountId === null || link.districtId === null || link.personId === null) throw spent();
  return await openSession(
    tx,
    { accountId: link.accountId, districtId: link.districtId, personId: link.personId },
    now,
  );
}

/** Marks a link as used, in one statement, so that two clicks cannot both succeed. */
export async function spendLink(tx: Tx, token: string, purposes: LinkPurpose[], now: Date) {
  const link = await tx
    .updateTable("signInLink")
    .set({ usedAt: now })
    .where("tokenHash", "=", hashOfToken(token))
    .where("purpose", "in", purposes)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .returning(["accountId", "districtId", "personId"])
    .executeTakeFirst();
  if (!link) throw spent();
  return link;
}

const spent = (): Problem =>
  new Problem(401, "link-spent", "This link was used already or is too old. Ask for a new one.");
