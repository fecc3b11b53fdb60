import type { Db, Tx } from "#server/database/connect.ts";
import { Problem } from "#server/http/problems.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { spendCode, tryCode } from "./link-code.ts";
import { openSession } from "./open-session.ts";
import { hashOfToken } from "./tokens.ts";

/** Whose link it is, as long as somebody she mentors still wants her; the address is the one that was invited. */
const findMentorLink = (db: Db, tokenHash: Buffer, now: Date) =>
  db
    .selectFrom("signInLink as link")
    .innerJoin("person", (join) =>
      join.onRef("person.districtId", "=", "link.districtId").onRef("person.id", "=", "link.personId"),
    )
    .select(["link.accountId", "link.districtId", "link.personId", "person.language", "person.email"])
    .where("link.tokenHash", "=", tokenHash)
    .where("link.purpose", "=", "mentor")
    .where("link.expiresAt", ">", now)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("mentorship as m")
          .select("m.mentorId")
          .whereRef("m.districtId", "=", "link.districtId")
          .whereRef("m.mentorId", "=", "link.personId")
          .where("m.state", "=", "approved")
          .where((or) => or.or([or("m.expiresAt", "is", null), or("m.expiresAt", ">", now)])),
      ),
    )
    .$narrowType<{ accountId: string; districtId: string; personId: string }>()
    .executeTakeFirst();

/** Mails a code to the invited address: whoever was handed the link alone does not come in. */
export async function mailCode(tx: Tx, token: string, now: Date): Promise<void> {
  const tokenHash = hashOfToken(token);
  const link = await findMentorLink(tx, tokenHash, now);
  if (!link?.email) throw linkOver();
  const { districtId, personId, language, email: address } = link;
  await queueMessage(
    tx,
    {
      districtId,
      personId,
      language,
      address,
      template: "mentor-code",
      occasion: `mentor-code ${now.toISOString()}`,
      facts: { codeFor: tokenHash.toString("hex") },
    },
    now,
  );
}

/** Link and code together open a session; a wrong code, an old one and a link that is over sound alike. */
export async function enterWithCode(db: Db, { token, code }: { token: string; code: string }, now: Date) {
  const tokenHash = hashOfToken(token);
  if (!(await tryCode(db, tokenHash, code, now))) throw wrongCode();
  return await db.transaction().execute(async (tx) => {
    const link = await findMentorLink(tx, tokenHash, now);
    if (!link || !(await spendCode(tx, tokenHash))) throw wrongCode();
    return await openSession(tx, link, now);
  });
}

const linkOver = (): Problem =>
  new Problem(401, "mentor-link-over", "This link is over. Ask the student or the school for a new one.");
const wrongCode = (): Problem =>
  new Problem(401, "wrong-code", "This code does not fit. Look at the newest e-mail, or ask for a new code.");
