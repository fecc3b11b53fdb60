import type { Db } from "#server/database/connect.ts";
import { makeCode } from "#server/sign-in/link-code.ts";
import { ensureAccount } from "#server/sign-in/ensure-account.ts";
import { linkLifetime, makeLink, type LinkPurpose } from "#server/sign-in/sign-in-with-link.ts";
import { Undeliverable, type MailServer } from "./mail-server.ts";
import { lockWaiting, noteOutcome, type MessageRef, type Waiting } from "./message.queries.ts";
import { writeLetter, type Letter } from "./write-letter.ts";

/** What delivering needs from outside. */
export interface PostOffice {
  readonly db: Db;
  /** Null where there is none: letters are then kept in the outbox, links and all. */
  readonly mailServer: MailServer | null;
  readonly baseUrl: string;
  readonly now: () => Date;
}

/**
 * Writes a waiting message and sends it, or keeps it where no mail server is set; throws when it should be tried again.
 * The row stays locked from the first look to the note that it went, so no two processes send it; only a process
 * killed between the server's answer and our commit makes a second copy, under the same Message-ID.
 */
export async function deliverMessage(office: PostOffice, ref: MessageRef, isLast: boolean): Promise<void> {
  const failure = await office.db.transaction().execute(async (tx) => {
    const message = await lockWaiting(tx, ref);
    if (!message) return null;
    const tries = message.tries + 1;
    try {
      await noteOutcome(tx, ref, { tries, lastError: null, ...(await handOver(office, message)) });
      return null;
    } catch (error) {
      const isFinal = isLast || error instanceof Undeliverable;
      const lastError = error instanceof Error ? error.message : String(error);
      await noteOutcome(tx, ref, { tries, lastError, state: isFinal ? "failed" : "waiting" });
      return isFinal ? null : error;
    }
  });
  if (failure !== null) throw failure;
}

interface HandedOver {
  readonly state: "sent" | "kept";
  readonly subject: string;
  readonly body: string;
  readonly sentAt?: Date;
}

async function handOver(office: PostOffice, message: Waiting): Promise<HandedOver> {
  const { mailServer, now } = office;
  const { letter, secrets } = await write(office, message);
  const { subject, text } = letter;
  if (mailServer === null) return { state: "kept", subject, body: text };
  const { address: to, language, messageId } = message;
  await mailServer.send({ ...letter, to, language, messageId });
  // The copy we keep opens nothing.
  const body = secrets.reduce((kept, secret) => kept.replaceAll(secret, "…"), text);
  return { state: "sent", subject, body, sentAt: now() };
}

type Facts = Record<string, string | number | null>;

async function write(office: PostOffice, message: Waiting): Promise<{ letter: Letter; secrets: string[] }> {
  const { template, language, givenName: name, districtName } = message;
  const given = message.facts as Facts;
  const code = await codeFor(office, given["codeFor"]);
  const facts = code === null ? given : { ...given, code };
  const token = await tokenFor(office, message, facts["linkPurpose"]);
  const letter = writeLetter({
    template,
    language,
    name,
    facts,
    sender: String(facts["school"] ?? districtName),
    address: addressOf(office.baseUrl, token, facts),
  });
  return { letter, secrets: [token, code].filter((secret) => secret !== null) };
}

function addressOf(baseUrl: string, token: string | null, { path, linkPurpose }: Facts): string | null {
  if (token !== null && linkPurpose === "mentor") return `${baseUrl}/mentor-link#${token}`;
  if (token === null) return path ? `${baseUrl}${path}` : null;
  return `${baseUrl}/link#${token}${path ? `&to=${path}` : ""}`;
}

/** A code for the link whose hash is named, born when it is mailed, like a link's token. */
const codeFor = async ({ db, now }: PostOffice, link: Facts[string] | undefined): Promise<string | null> =>
  typeof link === "string" ? await db.transaction().execute((tx) => makeCode(tx, link, now())) : null;

/** Born only now, and committed before the letter goes: a letter that arrived must open. */
async function tokenFor(
  { db, now }: PostOffice,
  { districtId, personId, address }: Waiting,
  purpose: Facts[string] | undefined,
): Promise<string | null> {
  if (typeof purpose !== "string" || !Object.hasOwn(linkLifetime, purpose)) return null;
  return await db.transaction().execute(async (tx) => {
    const accountId = await ensureAccount(tx, { districtId, personId, address });
    return await makeLink(tx, purpose as LinkPurpose, { accountId, districtId, personId }, now());
  });
}
