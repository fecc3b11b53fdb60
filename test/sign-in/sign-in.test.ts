import { expect, test } from "vitest";
import { hashPassword } from "#server/sign-in/password.ts";
import { get, post } from "#web/api/client.ts";
import type { SessionReply } from "#server/sign-in/session.contract.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { openSession } from "#server/sign-in/open-session.ts";
import { actorOf } from "#test/support/seal-record.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { makeLink } from "#server/sign-in/sign-in-with-link.ts";

const lectern = useLectern();

test("a student who is signed in is told who she is and where", async () => {
  const { itzel } = await aStudentWithAdviser(lectern.db);
  const { actor } = await lectern.as(itzel, () => get<SessionReply>("/api/session"));
  expect(actor).toMatchObject({
    name: "Itzel Navarro Duarte",
    kind: "student",
    school: { name: "Calder Bay School", zone: "America/Los_Angeles" },
  });
});

test("nobody signed in is nobody, and every door says so", async () => {
  expect(await lectern.as(null, () => get<SessionReply>("/api/session"))).toMatchObject({ actor: null });
  await expect(lectern.as(null, () => get("/api/session/draft-key"))).rejects.toMatchObject({
    status: 401,
    code: "signed-out",
  });
});

test("a role lasts to the end of its last day at the school, and begins with its first", async () => {
  const { school } = await aStudentWithAdviser(lectern.db);
  const [leaving, coming] = [await addStaff(school, "Joan Whitfield"), await addStaff(school, "Hana Sato")];
  // It is the evening of the 12th in California, and the 13th in UTC.
  await setRoleDays(leaving, { untilOn: "2026-11-12" });
  await setRoleDays(coming, { fromOn: "2026-11-13" });
  expect((await actorOf(lectern.db, leaving)).roles).toEqual(["teacher"]);
  expect((await actorOf(lectern.db, coming)).roles).toEqual([]);
  await setRoleDays(leaving, { untilOn: "2026-11-11" });
  expect((await actorOf(lectern.db, leaving)).roles).toEqual([]);
});

const setRoleDays = ({ personId }: Person, days: { fromOn?: string; untilOn?: string }) =>
  lectern.db.updateTable("staffRole").set(days).where("personId", "=", personId).execute();

test("a teacher signs in with her e-mail address and password, and a wrong one does not say which was wrong", async () => {
  const { school } = await aStudentWithAdviser(lectern.db);
  const teacher = await addStaff(school, "Amara Lindgren", ["teacher"], { email: "amara@calderbay.example" });
  await lectern.db
    .updateTable("account")
    .set({ passwordHash: await hashPassword("herring gull lamp") })
    .where("id", "=", teacher.accountId)
    .execute();
  const entry = { schoolId: null, name: "Amara@calderbay.example", password: "herring gull lamp" };
  await lectern.as(null, () => post("/api/sign-in/password", entry));
  const wrong = { status: 401, code: "wrong-password" };
  await expect(
    lectern.as(null, () => post("/api/sign-in/password", { ...entry, password: "no" })),
  ).rejects.toMatchObject(wrong);
  await expect(
    lectern.as(null, () => post("/api/sign-in/password", { ...entry, name: "who@calderbay.example" })),
  ).rejects.toMatchObject(wrong);
});

test("ten wrong passwords close the door for that name, not for the school", async () => {
  const entry = { schoolId: null, name: "guess@calderbay.example", password: "guess" };
  for (let tries = 0; tries < 10; tries++)
    await lectern.as(null, () => post("/api/sign-in/password", entry)).catch(() => undefined);
  await expect(lectern.as(null, () => post("/api/sign-in/password", entry))).rejects.toMatchObject({
    status: 429,
  });
  await expect(
    lectern.as(null, () => post("/api/sign-in/password", { ...entry, name: "other@calderbay.example" })),
  ).rejects.toMatchObject({ status: 401 });
});

test("a mother asks for a link; only the outbox knows whether the address is known", async () => {
  const { rosa } = await aStudentWithAdviser(lectern.db);
  const { email } = await lectern.db
    .selectFrom("person")
    .select("email")
    .where("id", "=", rosa.personId)
    .executeTakeFirstOrThrow();
  await lectern.as(null, () => post("/api/sign-in/link", { email }));
  await lectern.as(null, () => post("/api/sign-in/link", { email: "stranger@example.org" }));
  const messages = await lectern.db
    .selectFrom("outgoingMessage")
    .select(["personId", "template"])
    .where("personId", "=", rosa.personId)
    .execute();
  expect(messages).toEqual([{ personId: rosa.personId, template: "sign-in-link" }]);
});

test("a link opens once, and not after twenty minutes", async () => {
  const { rosa } = await aStudentWithAdviser(lectern.db);
  const token = await lectern.db
    .transaction()
    .execute((tx) => makeLink(tx, "sign-in", rosaAs(rosa), lectern.now));
  const twice = await Promise.allSettled(
    [1, 2].map(() => lectern.as(null, () => post("/api/sign-in/link/open", { token }))),
  );
  expect(twice.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  const late = await lectern.db
    .transaction()
    .execute((tx) => makeLink(tx, "sign-in", rosaAs(rosa), new Date(lectern.now.getTime() - 21 * 60_000)));
  await expect(lectern.as(null, () => post("/api/sign-in/link/open", { token: late }))).rejects.toMatchObject(
    { code: "link-spent" },
  );
});

const rosaAs = ({
  accountId,
  districtId,
  personId,
}: {
  accountId: string;
  districtId: string;
  personId: string;
}) => ({ accountId, districtId, personId });

test("a session ends after two hours of silence", async () => {
  const { itzel } = await aStudentWithAdviser(lectern.db);
  await lectern.as(itzel, () => get("/api/session/draft-key"));
  const before = lectern.now;
  lectern.now = new Date(before.getTime() + 2 * 3_600_000 + 1000);
  await expect(lectern.as(itzel, () => get("/api/session/draft-key"))).rejects.toMatchObject({ status: 401 });
  lectern.now = before;
});

test("another site's page cannot make a browser change anything", async () => {
  const { itzel } = await aStudentWithAdviser(lectern.db);
  const answer = await lectern.app.inject({
    method: "PUT",
    url: "/api/session/language",
    headers: { cookie: await lectern.cookieOf(itzel), origin: "https://elsewhere.example" },
    payload: { language: "es" },
  });
  expect(answer.json()).toMatchObject({ status: 403, code: "cross-site" });
});

test("text left unsent when a session ran out can be read in the next one, and not after signing out", async () => {
  const { itzel } = await aStudentWithAdviser(lectern.db);
  const { findDraftKey, leave } = keysOf(itzel);
  const first = await findDraftKey();
  expect(await findDraftKey()).toBe(first);
  await leave();
  expect(await findDraftKey()).not.toBe(first);
});

/** Each call signs in anew, as after a session that ran out. */
function keysOf(person: Person) {
  const cookies: string[] = [];
  async function findDraftKey(): Promise<string> {
    const token = await lectern.db.transaction().execute((tx) => openSession(tx, person, lectern.now));
    cookies.push(`lectern-session=${token}`);
    const answer = await lectern.app.inject({
      url: "/api/session/draft-key",
      headers: { cookie: cookies.at(-1) },
    });
    return answer.json<{ key: string }>().key;
  }
  const leave = async (): Promise<void> => {
    for (const cookie of cookies)
      await lectern.app.inject({ method: "POST", url: "/api/sign-out", headers: { cookie } });
  };
  return { findDraftKey, leave };
}
