import { expect, test } from "vitest";
import { aConferenceTonight } from "#test/portfolios/portfolio-story.ts";
import { readyToFinish, type RecordStory, aRecordInTheRoom } from "#test/records/record-story.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addCourse, addGrade } from "#test/support/numbers.ts";
import { openRecord, readContent, sealRecord } from "#web/records/record.api.ts";
import {
  endPresentation,
  openStage,
  readPresentation,
  startPresentation,
  type Shown,
} from "#web/stage/stage.api.ts";
import { readTranscript } from "#web/transcripts/transcript.api.ts";

const lectern = useLectern();
const kinds = (items: { shown: Shown }[]) => items.map(({ shown }) => shown.kind);

test("grades and credits stand on the stage, and stay as they were shown", async () => {
  const { itzel, rosa, conferenceId } = await aConferenceTonight(lectern);
  expect(kinds((await lectern.as(itzel, () => openStage(conferenceId))).items)).not.toContain("credits");
  await addCourse(lectern.db, itzel);
  const grade = await addGrade(lectern.db, itzel);
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  await lectern.db.updateTable("currentGrade").set({ grade: "A" }).where("id", "=", grade).execute();
  await lectern.db.updateTable("courseResult").set({ earned: 0, state: "failed" }).execute();
  await lectern.as(itzel, () => endPresentation(id));
  const { items } = await lectern.as(rosa, () => readPresentation(id));
  const numbers = items.filter(({ audience }) => audience === "numbers");
  expect(numbers.map(({ shown }) => shown)).toMatchObject([
    { kind: "grades", grades: [{ course: "Geometry", grade: "C−", asOf: "2026-11-10T14:00:00.000Z" }] },
    {
      kind: "credits",
      audits: [
        { plan: "diploma-220", version: "2026-1", earned: 10 },
        { plan: "a-g", version: "2026-1", earned: 1 },
      ],
    },
  ]);
});

test("grades kept off the stage are frozen for those entitled, and the stage itself does not hold them", async () => {
  const { itzel, rosa, conferenceId } = await aConferenceTonight(lectern);
  await addGrade(lectern.db, itzel);
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, false));
  const onStage = await lectern.as(itzel, () => openStage(conferenceId));
  expect(kinds(onStage.items)).not.toContain("grades");
  await lectern.as(itzel, () => endPresentation(id));
  const { items } = await lectern.as(rosa, () => readPresentation(id));
  expect(items.find(({ shown }) => shown.kind === "grades")?.audience).toBe("numbers");
});

const finish = async (story: RecordStory) => {
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
};

test("a finished record keeps the grades of its evening with their instant, and credits with the plan’s version", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { itzel, rosa, conferenceId } = story;
  const grade = await addGrade(lectern.db, itzel);
  await addCourse(lectern.db, itzel);
  await finish(story);
  await lectern.db.updateTable("currentGrade").set({ grade: "A" }).where("id", "=", grade).execute();
  expect((await lectern.as(itzel, () => readTranscript(itzel.personId))).grades).toMatchObject([
    { grade: "A" },
  ]);
  const { id } = await lectern.as(story.mrOkafor, () => openRecord(conferenceId));
  const { core } = await lectern.as(rosa, () => readContent(id));
  expect(core.schemaVersion).toBe(2);
  expect(core.grades).toMatchObject([{ course: "Geometry", grade: "C−", asOf: "2026-11-10T14:00:00.000Z" }]);
  expect(core.credits).toMatchObject([
    { version: "2026-1", earned: 10 },
    { version: "2026-1", earned: 1 },
  ]);
});

test("a record finished before it carried numbers is still read, with none", async () => {
  const story = await aRecordInTheRoom(lectern);
  await addGrade(lectern.db, story.itzel);
  await finish(story);
  const part = lectern.db.selectFrom("recordPart").select("canonical").where("recordId", "=", story.recordId);
  const { canonical } = await part.where("part", "=", "core").executeTakeFirstOrThrow();
  const { grades: _g, credits: _c, ...before } = JSON.parse(canonical ?? "") as Record<string, unknown>;
  await lectern.db
    .updateTable("recordPart")
    .set({ canonical: JSON.stringify({ ...before, schemaVersion: 1 }) })
    .where("recordId", "=", story.recordId)
    .where("part", "=", "core")
    .execute();
  const { core } = await lectern.as(story.rosa, () => readContent(story.recordId));
  expect([core.schemaVersion, core.grades, core.credits]).toEqual([1, [], []]);
  const drawn = await lectern.app.inject({
    url: `/api/records/${story.recordId}/pdf?language=es`,
    headers: { cookie: await lectern.cookieOf(story.rosa) },
  });
  expect([drawn.statusCode, drawn.headers["content-type"]]).toEqual([200, "application/pdf"]);
});
