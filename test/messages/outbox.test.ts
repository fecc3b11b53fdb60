import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverMessage } from "#server/messages/deliver-message.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import type { Outbox, WholeMessage } from "#server/messages/outbox.contract.ts";
import { openLectern } from "#test/support/lectern.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";

const lectern = await openLectern();
afterAll(() => lectern.close());
const { db } = lectern;
const [here, elsewhere] = [await aStudentWithAdviser(db), await aStudentWithAdviser(db)];
const msEze = await addStaff(here.school, "Ngozi Eze", ["school-administrator"]);
const msElse = await addStaff(elsewhere.school, "Ruth Else", ["school-administrator"]);

const ask = async (person: Person, path: string) =>
  await lectern.app.inject({ url: path, headers: { cookie: await lectern.cookieOf(person) } });
const list = async (person: Person, path = "/api/outbox") => (await ask(person, path)).json<Outbox>();

beforeAll(async () => {
  for (let number = 1; number <= 120; number++) {
    await db.transaction().execute((tx) =>
      queueMessage(
        tx,
        {
          districtId: here.rosa.districtId,
          personId: here.rosa.personId,
          address: "rosa@example.org",
          language: "en",
          template: "record-ready",
          occasion: `number ${number}`,
          facts: { student: `Itzel ${number}`, path: "/review/1" },
        },
        lectern.now,
      ),
    );
  }
});

test("the newest messages come first, and pages neither miss nor repeat any", async () => {
  const seen: string[] = [];
  let path = "/api/outbox";
  for (let pages = 1; pages <= 3; pages++) {
    const { messages, next } = await list(msEze, path);
    seen.push(...messages.map((each) => each.id));
    expect(next === null).toBe(pages === 3);
    path = `/api/outbox?after=${next}`;
  }
  expect(new Set(seen).size).toBe(120);
  expect([...seen].sort().reverse()).toEqual(seen);
});

test("a message can be opened once it is written, with its address to press", async () => {
  const { id: messageId, name } = (await list(msEze)).messages[0]!;
  expect(name).toBe("Rosa Duarte");
  const office = { db, mailServer: null, baseUrl: "http://localhost:4000", now: () => lectern.now };
  await deliverMessage(office, { districtId: here.rosa.districtId, messageId }, false);
  const whole = (await ask(msEze, `/api/outbox/${messageId}`)).json<WholeMessage>();
  expect(whole).toMatchObject({ state: "kept", subject: "Itzel 120’s conference: what we agreed" });
  expect(whole.body).toContain("http://localhost:4000/review/1");
});

test("another district's outbox is not there", async () => {
  const { messages } = await list(msEze);
  expect((await list(msElse)).messages).toEqual([]);
  expect((await ask(msElse, `/api/outbox/${messages[0]!.id}`)).statusCode).toBe(404);
});

test("only administrators read it", async () => {
  expect((await ask(here.mrOkafor, "/api/outbox")).statusCode).toBe(403);
  expect((await ask(here.rosa, "/api/outbox")).statusCode).toBe(403);
});
