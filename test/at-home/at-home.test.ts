import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import {
  changeClassGuide,
  forgetResource,
  keepResource,
  listResources,
  readAtHome,
  readClassGuide,
} from "#web/at-home/at-home.api.ts";
import { listGoals } from "#web/goals/goal.api.ts";
import { sealRecord } from "#web/records/record.api.ts";
import {
  aRecordInTheRoom,
  end,
  fillIn,
  readAloud,
  readyToFinish,
  write,
  type RecordStory,
} from "../records/record-story.ts";

const lectern = useLectern();
let story: RecordStory;

/** The pages of somebody's copy, as text. */
async function pagesOf(reader: Person, recordId: string, language = "en"): Promise<string[]> {
  const cookie = await lectern.cookieOf(reader);
  const url = `/api/records/${recordId}/pdf?language=${language}`;
  const { rawPayload } = await lectern.app.inject({ url, headers: { cookie } });
  const document = await getDocument({ data: new Uint8Array(rawPayload), verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent();
      const words = items.map((item) => ("str" in item ? item.str : "")).join(" ");
      return words.replace(/\s+/g, " ");
    }),
  );
}

beforeAll(async () => {
  story = await aRecordInTheRoom(lectern);
  const { mrOkafor, itzel, school } = story;
  const head = await addStaff(school, "Dolores Whitfield", ["school-administrator"]);
  await lectern.as(head, async () => {
    await changeClassGuide(school.schoolId, "en", { base: "", value: "Mondays we plan the week." });
    await changeClassGuide(school.schoolId, "es", { base: "", value: "Los lunes planeamos la semana." });
  });
  await fillIn(lectern, story);
  const [goal] = await lectern.as(mrOkafor, async () => {
    return (await listGoals(itzel.personId, school.seasonId)).goals;
  });
  const asked = "Which theorem would you put on a wall?";
  await write(lectern, mrOkafor, story, `talk.${uuidv7()}`, { question: asked });
  const what = "Measure the kitchen together and find its diagonal.";
  await write(lectern, mrOkafor, story, `activities.${uuidv7()}`, { goal: goal!.id, what });
  await write(lectern, mrOkafor, story, `resources.${uuidv7()}`, {
    title: "Homework room",
    about: "Quiet, with a tutor",
    address: "Library, Tuesdays until six",
  });
  await end(lectern, story, "held");
  const revision = await readAloud(lectern, story);
  await lectern.as(mrOkafor, () => sealRecord(story.recordId, revision));
});

test("a family reads what the adviser asked, what to do for each goal, and what the conference practised", async () => {
  const { page } = await lectern.as(story.rosa, () => readAtHome(story.recordId));
  expect(page?.questions).toHaveLength(3);
  expect(page?.questions[0]).toEqual({
    written: { text: "Which theorem would you put on a wall?", language: "en" },
  });
  expect(page?.activities).toMatchObject([
    {
      goal: { text: "Raise Geometry to a B" },
      ideas: [{ written: { text: "Measure the kitchen together and find its diagonal." } }],
    },
  ]);
  // She showed no work at this conference: organising is not claimed.
  expect(page?.skills.map(({ skill }) => skill)).toEqual(["speaking", "reflecting", "planning", "empathy"]);
  expect(page?.resources).toMatchObject([{ title: "Homework room", address: "Library, Tuesdays until six" }]);
});

test("it is the last page of the family's copy, in her language, with what people wrote as written", async () => {
  const last = (await pagesOf(story.rosa, story.recordId, "es")).at(-1);
  expect(last).toContain("En casa");
  expect(last).toContain("Which theorem would you put on a wall?");
  expect(last).toContain("Los lunes planeamos la semana.");
  expect(last).toContain("Library, Tuesdays until six");
  expect((await pagesOf(story.rosa, story.recordId)).at(-1)).toContain("Mondays we plan the week.");
  expect((await pagesOf(story.rosa, story.recordId, "ar")).at(-1)).toContain("Mondays we plan the week.");
});

test("the student's own copy has no such page, and later changes at the school change no copy", async () => {
  const { page } = await lectern.as(story.itzel, () => readAtHome(story.recordId));
  expect(page).toBeNull();
  expect((await pagesOf(story.itzel, story.recordId)).join(" ")).not.toContain("Three questions");
  const { db, districtId, schoolId } = story.school;
  await db
    .updateTable("classGuide")
    .set({ words: "Everything is different now." })
    .where("districtId", "=", districtId)
    .where("schoolId", "=", schoolId)
    .execute();
  const pages = await pagesOf(story.rosa, story.recordId);
  expect(pages.at(-1)).toContain("Mondays we plan the week.");
});

test("a record without such a page, as all were before, is drawn as it was", async () => {
  const other = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, other);
  await lectern.as(other.mrOkafor, () => sealRecord(other.recordId, revision));
  const { canonical } = await lectern.db
    .selectFrom("recordPart")
    .select("canonical")
    .where("recordId", "=", other.recordId)
    .where("part", "=", "core")
    .executeTakeFirstOrThrow();
  const { atHome: _atHome, ...before } = JSON.parse(canonical!) as Record<string, unknown>;
  await lectern.db
    .updateTable("recordPart")
    .set({ canonical: JSON.stringify(before) })
    .where("recordId", "=", other.recordId)
    .where("part", "=", "core")
    .execute();
  expect((await lectern.as(other.rosa, () => readAtHome(other.recordId))).page).toBeNull();
  expect((await pagesOf(other.rosa, other.recordId)).join(" ")).not.toContain("Three questions");
});

test("an adviser keeps a resource once a title, changes it by keeping it again, and forgets it", async () => {
  const resource = { title: "Harbor library", about: "Maker room", address: "12 Pier St", language: "en" };
  await lectern.as(story.mrOkafor, async () => {
    const { id } = await keepResource(resource);
    expect(await keepResource({ ...resource, about: "Maker room, free" })).toEqual({ id });
    expect((await listResources()).resources).toEqual([{ ...resource, id, about: "Maker room, free" }]);
    await forgetResource(id);
    expect((await listResources()).resources).toEqual([]);
  });
});

test("two administrators who write about the classes at once: the second reads what stands there", async () => {
  const head = await addStaff(story.school, "Theo Marchetti", ["school-administrator"]);
  await lectern.as(head, async () => {
    await changeClassGuide(story.school.schoolId, "ar", { base: "", value: "كل يوم اثنين نخطط." });
    await expect(
      changeClassGuide(story.school.schoolId, "ar", { base: "", value: "شيء آخر" }),
    ).rejects.toMatchObject({ status: 409, code: "stale", current: "كل يوم اثنين نخطط." });
    const { guide } = await readClassGuide(story.school.schoolId);
    expect(guide.map(({ language }) => language)).toEqual(["en", "es", "ar"]);
  });
});

test("the next check-in is a day in everybody's own calendar, and nobody else's", async () => {
  const file = async (reader: Person) => {
    const headers = { cookie: await lectern.cookieOf(reader) };
    const url = `/api/records/${story.recordId}/check-in`;
    return (await lectern.app.inject({ url, headers })).payload;
  };
  const hers = await file(story.rosa);
  expect(hers).toContain("DTSTART;VALUE=DATE:20261211");
  expect(hers).toContain("Seguimiento de las metas de Itzel");
  expect(await file(story.mrOkafor)).toContain("Check-in on Itzel’s goals");
  const stranger = await addStaff(story.school, "Annika Lindqvist", ["teacher"]);
  expect(await file(stranger)).not.toContain("BEGIN:VCALENDAR");
  const { checkInOn } = await lectern.as(story.hector, () => readAtHome(story.recordId));
  expect(checkInOn).toBe("2026-12-11");
});
