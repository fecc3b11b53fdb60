import type { Db } from "#server/database/connect.ts";
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
  const { letter, token } = await write(office, message);
  const { subject, text } = letter;
  if (mailServer === null) return { state: "kept", subject, body: text };
  const { address: to, language, messageId } = message;
  await mailServer.send({ ...letter, to, language, messageId });
  // The copy we keep opens nothing.
  const body = token === null ? text : text.replaceAll(token, "…");
  return { state: "sent", subject, body, sentAt: now() };
}

type Facts = Record<string, string | number | null>;

async function write(
  office: PostOffice,
  message: Waiting,
): Promise<{ letter: Letter; token: string | null }> {
  const { template, language, givenName: name, districtName } = message;
  const facts = message.facts as Facts;
  const token = await tokenFor(office, message, facts["linkPurpose"]);
  const letter = writeLetter({
    template,
    language,
    name,
    facts,
    sender: String(facts["school"] ?? districtName),
    address: addressOf(office.baseUrl, token, facts["path"]),
  });
  return { letter, token };
}

function addressOf(baseUrl: string, token: string | null, path: Facts[string] | undefined): string | null {
  if (token === null) return path ? `${baseUrl}${path}` : null;
  return `${baseUrl}/link#${token}${path ? `&to=${path}` : ""}`;
}

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
