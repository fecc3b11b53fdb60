import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { deliverMessage } from "#server/messages/deliver-message.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { faultsOf } from "#test/support/browser.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { useVisitors } from "#test/support/visitors.ts";

const visitors = useVisitors();
let story: Story;
let msEze: Person;

beforeAll(async () => {
  story = await aStudentWithAdviser(visitors.lectern.db);
  msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  await writeTo("es", "Itzel");
  await writeTo("en", `Maximiliana-${"Anastasia".repeat(12)}`);
}, 180_000);

async function writeTo(language: string, student: string): Promise<void> {
  const { districtId, personId } = story.rosa;
  const facts = { student, path: "/review/1", linkPurpose: "invitation" };
  const message = {
    districtId,
    personId,
    address: "rosa@example.org",
    language,
    template: "record-ready",
    facts,
  };
  const { db, now } = visitors.lectern;
  await db.transaction().execute((tx) => queueMessage(tx, { ...message, occasion: student }, now));
  const waiting = await db
    .selectFrom("outgoingMessage")
    .select("id")
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  const office = { db, mailServer: null, baseUrl: visitors.baseURL, now: () => now };
  await deliverMessage(office, { districtId, messageId: waiting.id }, false);
}

const open = (path: string): Promise<Page> => visitors.openAs(msEze, path);

test("the office reads the list of e-mails and opens one, in every look", async () => {
  const page = await open("/outbox");
  expect(await page.getByRole("heading", { level: 1, name: "E-mails" }).count()).toBe(1);
  expect.soft(await faultsOf(page, "outbox")).toEqual([]);
  await page.getByRole("link", { name: "Conferencia de Itzel" }).click();
  await page.getByText("Hola, Rosa:").waitFor();
  expect(await faultsOf(page, "outbox-message")).toEqual([]);
});

test("the link in a letter signs in as the person and leads on to its page", async () => {
  const page = await open("/outbox");
  await page.getByRole("link", { name: "Conferencia de Itzel" }).press("Enter");
  await page.getByRole("link", { name: "/link#" }).press("Enter");
  await page.waitForURL("**/link");
  expect(page.url()).toBe(`${visitors.baseURL}/link`);
  await page.locator("main").getByRole("button").press("Enter");
  await page.waitForURL("**/review/1");
});
