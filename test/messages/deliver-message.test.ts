import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { startBackground } from "#server/background.ts";
import type { JobRunner } from "#server/jobs/job-runner.ts";
import { deliverMessage } from "#server/messages/deliver-message.ts";
import { mailServerAt, type MailServer } from "#server/messages/mail-server.ts";
import { queueMessage, type Message } from "#server/messages/queue-message.ts";
import { openLink } from "#server/sign-in/sign-in-with-link.ts";
import { openLectern } from "#test/support/lectern.ts";
import { openLetterBox, type LetterBox } from "#test/support/letter-box.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";

const lectern = await openLectern();
const { db } = lectern;
const { itzel, rosa } = await aStudentWithAdviser(db);
const baseUrl = "https://lectern.example.org";

let box: LetterBox;
let runner: JobRunner | undefined;
beforeEach(async () => {
  await db.deleteFrom("outgoingMessage").execute();
  box = await openLetterBox();
});
afterEach(async () => {
  await runner?.stop();
  runner = undefined;
  await box.close();
});
afterAll(() => lectern.close());

let count = 0;
const toRosa = (more: Partial<Message> = {}): Message => ({
  districtId: rosa.districtId,
  personId: rosa.personId,
  address: "rosa@example.org",
  language: "es",
  template: "record-ready",
  occasion: `occasion ${++count}`,
  facts: { student: "Itzel", path: "/review/123", linkPurpose: "invitation" },
  ...more,
});

const queue = (message: Message) => db.transaction().execute((tx) => queueMessage(tx, message, lectern.now));
const onlyMessage = () => db.selectFrom("outgoingMessage").selectAll().executeTakeFirstOrThrow();
const officeWith = (mailServer: MailServer | null) => ({
  ...{ db, mailServer, scanner: null, baseUrl },
  now: () => lectern.now,
});

async function startDelivering(smtpUrl: string | null): Promise<void> {
  const mailServer = smtpUrl === null ? null : mailServerAt(smtpUrl, "Lectern <lectern@example.org>");
  runner = await startBackground({ ...officeWith(mailServer), files: lectern.files });
}

async function deliver(mailServer: MailServer | null, isLast = false): Promise<void> {
  const { districtId, id: messageId } = await onlyMessage();
  await deliverMessage(officeWith(mailServer), { districtId, messageId }, isLast);
}

const tokenIn = (text: string | null | undefined): string => /\/link#([\w-]+)/.exec(text ?? "")?.[1] ?? "";

test("a letter goes out by itself, in the person's language, as text and as a page", async () => {
  await startDelivering(box.url);
  await queue(toRosa());
  await vi.waitFor(() => expect(box.mails).toHaveLength(1), { timeout: 8_000 });
  const mail = box.mails[0]!;
  expect(mail.subject).toBe("Conferencia de Itzel: lo que acordamos");
  expect(mail.text).toContain("Hola, Rosa:");
  expect(mail.html).toContain('lang="es"');
  expect(mail.headers.get("content-language")).toBe("es");
  expect(mail.text).toMatch(/https:\/\/lectern\.example\.org\/link#[\w-]{40,}&to=\/review\/123/);
  await vi.waitFor(async () => expect((await onlyMessage()).state).toBe("sent"));
});

test("its link signs her in, and the copy we keep opens nothing", async () => {
  await queue(toRosa());
  await deliver(mailServerAt(box.url, "lectern@example.org"));
  const token = tokenIn(box.mails[0]?.text);
  const kept = await onlyMessage();
  expect(kept.messageId).toBe(box.mails[0]?.messageId);
  expect(kept.body).not.toContain(token);
  expect(kept.body).toContain("/link#…&to=/review/123");
  await db.transaction().execute((tx) => openLink(tx, token, lectern.now));
});

test("without a mail server a letter is kept in clear for the outbox", async () => {
  await queue(toRosa());
  await deliver(null);
  const kept = await onlyMessage();
  expect([kept.state, kept.sentAt]).toEqual(["kept", null]);
  await db.transaction().execute((tx) => openLink(tx, tokenIn(kept.body), lectern.now));
});

test("a letter with a path alone leads there without a token", async () => {
  await queue(toRosa({ facts: { student: "Itzel", path: "/review/123" } }));
  await deliver(null);
  expect((await onlyMessage()).body).toContain(`${baseUrl}/review/123`);
});

test("one occasion is one message, however often it is said", async () => {
  await Promise.all([1, 2, 3].map(() => queue(toRosa({ occasion: "once" }))));
  await startDelivering(box.url);
  await vi.waitFor(() => expect(box.mails).toHaveLength(1), { timeout: 8_000 });
  await queue(toRosa({ occasion: "once" }));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(box.mails).toHaveLength(1);
});

test("two processes with the same message in hand send it once", async () => {
  await queue(toRosa());
  const mailServer = mailServerAt(box.url, "lectern@example.org");
  await Promise.all([deliver(mailServer), deliver(mailServer), deliver(mailServer)]);
  expect(box.mails).toHaveLength(1);
});

test("while the mail server is down the letter waits, and goes when it is back", async () => {
  const port = Number(new URL(box.url).port);
  await box.close();
  await queue(toRosa());
  await expect(deliver(mailServerAt(box.url, "lectern@example.org"))).rejects.toThrow("ECONNREFUSED");
  expect(await onlyMessage()).toMatchObject({ state: "waiting", tries: 1 });
  box = await openLetterBox(port);
  await db
    .updateTable("pgboss.job" as never)
    .set({ retryDelay: 1 } as never)
    .execute();
  await startDelivering(box.url);
  await vi.waitFor(() => expect(box.mails).toHaveLength(1), { timeout: 8_000 });
  await vi.waitFor(async () => expect(await onlyMessage()).toMatchObject({ state: "sent", lastError: null }));
});

test("a server that is busy is asked again until the last try, then the message says why it failed", async () => {
  box.refusal = { code: 451, at: "data" };
  await queue(toRosa());
  const mailServer = mailServerAt(box.url, "lectern@example.org");
  await expect(deliver(mailServer)).rejects.toThrow("451");
  await deliver(mailServer, true);
  const { state, tries, lastError } = await onlyMessage();
  expect([state, tries, lastError]).toEqual(["failed", 2, expect.stringContaining("451")]);
});

test("an address that does not exist fails at once", async () => {
  box.refusal = { code: 550, at: "recipient" };
  await queue(toRosa());
  await deliver(mailServerAt(box.url, "lectern@example.org"));
  expect(await onlyMessage()).toMatchObject({ state: "failed", tries: 1 });
});

test("killed between the server's answer and our commit, the second copy is the same mail with a link that works", async () => {
  await queue(toRosa());
  const real = mailServerAt(box.url, "lectern@example.org");
  const { districtId, id: messageId } = await onlyMessage();
  // The transaction is lost as it would be with the process: after the mail went, before anything is noted.
  const dying = db
    .transaction()
    .execute(async (tx) => {
      const office = { ...officeWith(real), db: aliasOf(tx) };
      await deliverMessage(office as never, { districtId, messageId }, false);
      throw new Error("killed");
    })
    .catch((error: Error) => error.message);
  expect(await dying).toBe("killed");
  expect((await onlyMessage()).state).toBe("waiting");
  await deliver(real);
  expect(box.mails).toHaveLength(2);
  expect(box.mails[1]?.messageId).toBe(box.mails[0]?.messageId);
  for (const mail of box.mails)
    await db.transaction().execute((tx) => openLink(tx, tokenIn(mail.text), lectern.now));
});

/** A database whose first transaction is the one given; later ones, such as the link's, are real. */
function aliasOf(tx: unknown): unknown {
  let first = true;
  return {
    transaction: () => {
      if (!first) return db.transaction();
      first = false;
      return { execute: (act: (inner: unknown) => unknown) => act(tx) };
    },
  };
}

test("a person without an account gets one with her first link, and may ask for further links", async () => {
  await db.updateTable("person").set({ accountId: null }).where("id", "=", itzel.personId).execute();
  await queue(toRosa({ personId: itzel.personId, address: "Itzel@Example.org" }));
  await deliver(null);
  await db
    .transaction()
    .execute(async (tx) => openLink(tx, tokenIn((await onlyMessage()).body), lectern.now));
  const names = await db
    .selectFrom("signInName")
    .select("value")
    .where("personId", "=", itzel.personId)
    .execute();
  expect(names).toEqual([{ value: "itzel@example.org" }]);
});
