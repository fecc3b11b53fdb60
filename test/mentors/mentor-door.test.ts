import { expect, test } from "vitest";
import { deliverMessage } from "#server/messages/deliver-message.ts";
import { get, post } from "#web/api/client.ts";
import {
  answerProposal,
  askForCode,
  enterCode,
  listMentors,
  proposeMentor,
  endMentorship,
} from "#web/mentors/mentor.api.ts";
import { openLink } from "#web/session/session.api.ts";
import { useLectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { coach, yes } from "./mentor-story.ts";

const lectern = useLectern();

/** Delivers what waits for somebody into the outbox and returns the last letter's text. */
async function lastLetter(personId: string): Promise<string> {
  const message = await lectern.db
    .selectFrom("outgoingMessage")
    .select(["districtId", "id as messageId"])
    .where("personId", "=", personId)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const office = {
    db: lectern.db,
    mailServer: null,
    baseUrl: "https://lectern.example",
    now: () => lectern.now,
  };
  await deliverMessage(office, message, false);
  const { body } = await lectern.db
    .selectFrom("outgoingMessage")
    .select("body")
    .where("id", "=", message.messageId)
    .executeTakeFirstOrThrow();
  return body ?? "";
}

const nobody = <T>(act: () => Promise<T>) => lectern.as(null, act);
const codeIn = (letter: string) => /\b\d{6}\b/.exec(letter)?.[0] ?? "";
const anotherThan = (code: string) => (code === "000000" ? "111111" : "000000");

async function invited() {
  const story = await aStudentWithAdviser(lectern.db);
  const { itzel, mrOkafor } = story;
  const { id } = await lectern.as(itzel, () => proposeMentor(itzel.personId, coach()));
  await lectern.as(mrOkafor, () => answerProposal(id, yes()));
  const [mentor] = (await lectern.as(itzel, () => listMentors(itzel.personId))).mentors;
  const mentorId = mentor!.mentorId;
  const token = /\/mentor-link#([\w-]+)/.exec(await lastLetter(mentorId))?.[1] ?? "";
  return { ...story, mentorId, token };
}

test("the link alone opens nothing; with the code mailed to the invited address it opens the mentor’s page", async () => {
  const { mentorId, token } = await invited();
  await expect(nobody(() => openLink(token))).rejects.toMatchObject({ code: "link-spent" });
  await expect(nobody(() => enterCode(token, "123456"))).rejects.toMatchObject({ code: "wrong-code" });
  await nobody(() => askForCode(token));
  const code = codeIn(await lastLetter(mentorId));
  const answer = await lectern.app.inject({
    method: "POST",
    url: "/api/sign-in/mentor/open",
    payload: { token, code },
  });
  expect(answer.statusCode).toBe(204);
  const cookie = String(answer.headers["set-cookie"]).split(";")[0]!;
  const home = await lectern.app.inject({ url: "/api/mentoring", headers: { cookie } });
  expect(home.json()).toMatchObject({ students: [{ name: "Itzel Navarro Duarte" }] });
  await expect(nobody(() => enterCode(token, code))).rejects.toMatchObject({ code: "wrong-code" });
});

test("five wrong codes void the right one, and codes cannot be asked for without end", async () => {
  const { mentorId, token } = await invited();
  await nobody(() => askForCode(token));
  const code = codeIn(await lastLetter(mentorId));
  for (let tries = 0; tries < 5; tries++)
    await expect(nobody(() => enterCode(token, anotherThan(code)))).rejects.toMatchObject({ status: 401 });
  await expect(nobody(() => enterCode(token, code))).rejects.toMatchObject({ code: "wrong-code" });
  for (let asked = 1; asked < 5; asked++) await nobody(() => askForCode(token));
  await expect(nobody(() => askForCode(token))).rejects.toMatchObject({ status: 429 });
});

test("a code is too old after twenty minutes, and a link is over with the mentorship", async () => {
  const { mentorId, token, itzel } = await invited();
  await nobody(() => askForCode(token));
  const code = codeIn(await lastLetter(mentorId));
  const tonight = lectern.now;
  lectern.now = new Date(tonight.getTime() + 21 * 60_000);
  await expect(nobody(() => enterCode(token, code))).rejects.toMatchObject({ code: "wrong-code" });
  lectern.now = tonight;
  await lectern.as(itzel, () => endMentorship(itzel.personId, mentorId, ""));
  await expect(nobody(() => enterCode(token, code))).rejects.toMatchObject({ code: "wrong-code" });
  await expect(nobody(() => askForCode(token))).rejects.toMatchObject({ code: "mentor-link-over" });
});

test("a link nobody made asks for no code", async () => {
  await expect(nobody(() => askForCode("a-token-that-was-never-made"))).rejects.toMatchObject({
    status: 401,
  });
  await expect(nobody(() => get("/api/mentoring"))).rejects.toMatchObject({ status: 401 });
  await expect(
    nobody(() => post("/api/sign-in/mentor/open", { token: "a-token-that-was-never-made", code: "12345" })),
  ).rejects.toMatchObject({ status: 400 });
});
