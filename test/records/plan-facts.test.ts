import { beforeEach, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff, addStudent, type Person } from "#test/support/people.ts";
import { aSchool, addSeason } from "#test/support/school.ts";
import { arrangeConference } from "#test/support/story.ts";
import { acknowledge, pdfAddress, sealRecord, withdrawRecord } from "#web/records/record.api.ts";
import { planFactsAddress } from "#web/seasons/bundle.api.ts";
import {
  aRecordInTheRoom,
  end,
  fillIn,
  look,
  readAloud,
  tryToReach,
  write,
  type RecordStory,
} from "./record-story.ts";

const lectern = useLectern();
let story: RecordStory;
let msEze: Person;
let itzelsNumber: string;

const begin = async (room: Parameters<typeof aRecordInTheRoom>[1] = {}): Promise<void> => {
  story = await aRecordInTheRoom(lectern, room);
  msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  ({ studentNumber: itzelsNumber } = await lectern.db
    .selectFrom("student")
    .select("studentNumber")
    .where("personId", "=", story.itzel.personId)
    .executeTakeFirstOrThrow());
};
const finish = async (): Promise<void> => {
  const revision = await readAloud(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
};
beforeEach(() => begin());

async function fetched(who: Person, seasonId = story.school.seasonId) {
  const headers = { cookie: await lectern.cookieOf(who) };
  return await lectern.app.inject({ url: planFactsAddress(seasonId), headers });
}

/** The table as a spreadsheet program reads it: a line for each conference, by heading. */
async function facts(who: Person = msEze, seasonId?: string): Promise<Record<string, string>[]> {
  const text = (await fetched(who, seasonId)).body.replace(/^\uFEFF/, "");
  const lines = [...text.matchAll(/(?:"(?:[^"]|"")*"|[^"\r\n])+(?=\r\n)/g)].map(([line]) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
    ),
  );
  const [headings = [], ...rows] = lines;
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [headings[index] ?? "", cell])));
}
/** Only Itzel's lines: Kofi stands in the table too. */
const hers = async () => (await facts()).filter((row) => row["Student number"] === itzelsNumber);

const absent = (person: Person) =>
  lectern.db
    .updateTable("participant")
    .set({ attendance: "absent" })
    .where("conferenceId", "=", story.conferenceId)
    .where("personId", "=", person.personId)
    .execute();

test("held with the mother by video in Spanish: who came, the plan, and what the family was given", async () => {
  const { rosa, hector, recordId, conferenceId, school, mrOkafor } = story;
  await lectern.db
    .updateTable("conference")
    .set({ mode: "video", language: "es" })
    .where("id", "=", conferenceId)
    .execute();
  await absent(hector);
  const interpreter = await addStaff(school, "Lucía Ferrer");
  await lectern.db
    .insertInto("participant")
    .values({
      ...{ districtId: school.districtId, conferenceId, personId: interpreter.personId },
      ...{ part: "interpreter", language: "es", attendance: "remote" },
    })
    .execute();
  await write(lectern, mrOkafor, story, "needs.01980000-0000-7000-8000-000000000001", {
    need: "attendance",
    what: "Late on Mondays",
    noneBecause: "the bus, and it is mended",
  });
  await fillIn(lectern, story);
  await end(lectern, story, "held");
  await finish();
  await lectern.db
    .updateTable("outgoingMessage")
    .set({ state: "sent", sentAt: "2026-11-13T03:00:00Z" })
    .where("personId", "=", rosa.personId)
    .execute();
  const { revision } = await look(lectern, story);
  await lectern.as(rosa, () =>
    acknowledge(recordId, {
      ...{ personId: rosa.personId, typedName: "Rosa Duarte", tookPart: true, receivedCopy: true },
      ...{ comment: "", language: "es", revision, onPaper: false },
    }),
  );
  await lectern.app.inject({
    url: pdfAddress(recordId),
    headers: { cookie: await lectern.cookieOf(rosa) },
  });
  expect(await hers()).toEqual([
    {
      "School code": expect.stringMatching(/^S/),
      "Student number": itzelsNumber,
      Grade: "10",
      "Cohort year": "2029",
      Advisory: "Daniel Okafor’s advisory",
      // A quarter to two in the morning in Greenwich is the evening before at the school.
      "Conference on": "2026-11-12",
      "Conference with": "everybody",
      Outcome: "held",
      "Not met because": "",
      "Attempts to reach the family": "0",
      "Parent or guardian took part": "yes",
      "Took part, by relationship": "mother: 1",
      Mode: "video",
      "Language of the conference": "es",
      "Interpreter present": "yes",
      "Plan reviewed": "yes",
      "Sealed on": "2026-11-12",
      "Record number": "2026-F-0001",
      "Record version": "1",
      "Family told on": "2026-11-12",
      "Family told in": "es",
      "Copy received on": "2026-11-12",
      "Copies drawn in": "es",
      "Interventions identified": "0",
      "Kinds of intervention": "",
      "No intervention because": "attendance: the bus, and it is mended",
      "Goals agreed": "1",
      "Next check-in on": "2026-12-11",
    },
  ]);
});

test("held without the family: nobody took part, and the attempts to reach them are counted", async () => {
  await begin({ guests: "nobody" });
  await fillIn(lectern, story);
  await tryToReach(lectern, story);
  await end(lectern, story, "held-without-family");
  await finish();
  expect((await facts())[0]).toMatchObject({
    Outcome: "held-without-family",
    "Parent or guardian took part": "no",
    "Took part, by relationship": "",
    "Attempts to reach the family": "1",
    "Plan reviewed": "yes",
    "Copy received on": "",
  });
});

test("a no-show has its reason, and its finished record is no plan that was reviewed", async () => {
  await absent(story.rosa);
  await absent(story.hector);
  await tryToReach(lectern, story);
  await write(lectern, story.mrOkafor, story, "nextStep", "Try once more");
  await end(lectern, story, "not-met", "no-show");
  await finish();
  expect(await hers()).toMatchObject([
    {
      Outcome: "not-met",
      "Not met because": "no-show",
      "Parent or guardian took part": "no",
      "Plan reviewed": "no",
      "Record number": "2026-F-0001",
      "Goals agreed": "",
    },
  ]);
});

test("two homes that meet apart have a line each, and neither names the other", async () => {
  await begin({ householdKey: "rosa" });
  const { school, itzel, mrOkafor, hector } = story;
  await fillIn(lectern, story);
  await end(lectern, story, "held");
  await finish();
  await arrangeConference(school, itzel, mrOkafor, {
    startsAt: "2026-11-14T01:40:00Z",
    endsAt: "2026-11-14T02:10:00Z",
    householdKey: hector.householdId,
    guests: [hector],
  });
  const lines = (await facts()).filter(({ Outcome }) => Outcome !== "none-yet");
  expect(lines).toMatchObject([
    { "Conference with": "one household", Outcome: "held", "Plan reviewed": "yes", "Goals agreed": "1" },
    { "Conference with": "one household", Outcome: "planned", "Plan reviewed": "no", "Goals agreed": "" },
  ]);
  expect((await fetched(msEze)).body).not.toMatch(/Rosa|Duarte|Héctor|Navarro|Itzel/);
});

test("a student who has no conference yet stands in it; one who left before is not asked for", async () => {
  const wren = await addStudent(story.school, "Wren Castellano");
  expect((await facts()).filter(({ Outcome }) => Outcome === "none-yet")).toMatchObject([
    { Advisory: "Daniel Okafor’s advisory", "Conference on": "", "Plan reviewed": "" },
    { Advisory: "" },
  ]);
  await lectern.db
    .updateTable("student")
    .set({ leftOn: "2026-10-01" })
    .where("personId", "=", wren.personId)
    .execute();
  expect((await facts()).filter(({ Outcome }) => Outcome === "none-yet")).toHaveLength(1);
});

test("a season that is over asks only for those who were in an advisory then", async () => {
  const before = await addSeason(story.school, {
    code: "2025-S",
    name: "Spring conferences",
    startsOn: "2026-03-02",
    endsOn: "2026-05-29",
    state: "closed",
  });
  expect(await facts(msEze, before)).toEqual([]);
});

test("what people typed is no formula in anybody's spreadsheet, and commas and quotes stay what they are", async () => {
  await lectern.db
    .updateTable("advisory")
    .set({ name: '=HYPERLINK("https://evil.example","Open")' })
    .where("id", "=", story.advisoryId)
    .execute();
  await lectern.db
    .updateTable("participant")
    .set({ relationship: "@SUM(A1:A9)" })
    .where("conferenceId", "=", story.conferenceId)
    .execute();
  await end(lectern, story, "held");
  expect((await hers())[0]).toMatchObject({
    Advisory: `'=HYPERLINK("https://evil.example","Open")`,
    "Took part, by relationship": "'@SUM(A1:A9): 2",
  });
  const { body, rawPayload, headers } = await fetched(msEze);
  expect(body).toContain(`"'=HYPERLINK(""https://evil.example"",""Open"")"`);
  expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(body.split("\r\n")).toHaveLength(body.split("\n").length);
  expect(headers).toMatchObject({
    "content-type": "text/csv; charset=utf-8; header=present",
    "content-disposition": expect.stringContaining('attachment; filename="Fall conferences, plan facts.csv"'),
    "cache-control": "private, no-store",
  });
});

test("a record still being written tells nothing, nor does one that was withdrawn", async () => {
  await fillIn(lectern, story);
  await end(lectern, story, "held");
  const untold = { "Plan reviewed": "no", "Record number": "", "Goals agreed": "", "Next check-in on": "" };
  expect(await hers()).toMatchObject([untold]);
  await finish();
  await lectern.as(msEze, () => withdrawRecord(story.recordId, "It was the wrong student’s."));
  expect(await hers()).toMatchObject([untold]);
});

test("another school's administrator finds no such season, and staff who run nothing neither", async () => {
  const elsewhere = await aSchool(lectern.db, { name: "Far Harbor School" });
  const stranger = await addStaff(elsewhere, "Ruth Castellano", ["school-administrator"]);
  for (const who of [stranger, story.mrOkafor, story.rosa, story.itzel])
    expect((await fetched(who)).statusCode).toBe(404);
  expect((await lectern.app.inject({ url: planFactsAddress(story.school.seasonId) })).statusCode).toBe(401);
});

test("a district's administrator reads of those students for whom she stated why, and of no others", async () => {
  const { school, itzel } = story;
  const district = await addStaff(school, "Yusuf Demir", ["district-administrator"]);
  expect(await facts(district)).toEqual([]);
  await lectern.db
    .insertInto("statedReason")
    .values({
      ...{ districtId: school.districtId, id: crypto.randomUUID(), personId: district.personId },
      ...{ studentId: itzel.personId, reason: "A complaint by the family" },
      ...{ statedAt: "2026-11-12T16:00:00Z", expiresAt: "2026-11-14T16:00:00Z" },
    })
    .execute();
  expect((await facts(district)).map((row) => row["Student number"])).toEqual([itzelsNumber]);
});

test("whoever takes it out has read them: the record where there is one, else the conference", async () => {
  await fetched(msEze);
  await expect
    .poll(
      async () =>
        await lectern.db
          .selectFrom("accessRead")
          .select(["studentId", "kind", "why"])
          .where("readerId", "=", msEze.personId)
          .execute(),
      { timeout: 6_000 },
    )
    .toEqual([{ studentId: story.itzel.personId, kind: "conference.read", why: "administrator" }]);
});
