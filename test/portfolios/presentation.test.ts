import { expect, test } from "vitest";
import { canonicalJson } from "#server/canonical.ts";
import { useLectern, conferenceNight } from "#test/support/lectern.ts";
import { addResult } from "#test/support/numbers.ts";
import { addMentor, type Person } from "#test/support/people.ts";
import { addSeason } from "#test/support/school.ts";
import { hangPiece, takeDownPiece } from "#web/portfolios/portfolio.api.ts";
import {
  endPresentation,
  openRehearsal,
  openStage,
  readPresentation,
  showUnplanned,
  startPresentation,
  undoPresentation,
  type Shown,
} from "#web/stage/stage.api.ts";
import { newGoal, promise } from "../goals/goal-story.ts";
import { setGoal } from "#web/goals/goal.api.ts";
import { aConferenceTonight, addFile, addPiece } from "./portfolio-story.ts";

const lectern = useLectern();

const titles = (items: { shown: Shown }[]) =>
  items.flatMap(({ shown }) => (shown.kind === "work" ? shown.title : []));
const words = (items: { shown: Shown }[]) =>
  items.flatMap(({ shown }) => (shown.kind === "promise" ? shown.wording : []));

const start = (person: Person, conferenceId: string, withNumbers = true) =>
  lectern.as(person, () => startPresentation(conferenceId, withNumbers));
const end = (person: Person, presentationId: string) =>
  lectern.as(person, () => endPresentation(presentationId));
const seen = (person: Person, presentationId: string) =>
  lectern.as(person, () => readPresentation(presentationId));

test("the stage stands in the agenda’s order, its minutes scaled to the conference", async () => {
  const { itzel, conferenceId } = await aConferenceTonight(lectern);
  const stage = await lectern.as(itzel, () => openStage(conferenceId));
  expect(titles(stage.items)).toEqual(["Cranes, Pier 9", "The creek", "The letters"]);
  expect(stage.agenda[0]).toEqual({ key: "welcome", minutes: 2 });
  expect(stage.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
  expect(stage).toMatchObject({ isOwn: true, mayStart: true, presentation: null, mayShowNumbers: true });
});

test("a rehearsal shows the same before any conference is arranged, and freezes nothing", async () => {
  const { itzel, kofi, portfolioId } = await aConferenceTonight(lectern);
  const stage = await lectern.as(itzel, () => openRehearsal(portfolioId));
  expect(titles(stage.items)).toEqual(["Cranes, Pier 9", "The creek", "The letters"]);
  expect(stage).toMatchObject({ conference: null, mayStart: false });
  await expect(lectern.as(kofi, () => openRehearsal(portfolioId))).rejects.toMatchObject({ status: 404 });
});

test("starting keeps what is shown, and makes the conference live", async () => {
  const { itzel, conferenceId } = await aConferenceTonight(lectern);
  const { id, number } = await start(itzel, conferenceId);
  expect(number).toBe(1);
  const conference = await lectern.db
    .selectFrom("conference")
    .select(["state", "startedAt"])
    .where("id", "=", conferenceId)
    .executeTakeFirst();
  expect(conference).toEqual({ state: "live", startedAt: conferenceNight });
  expect(await lectern.as(itzel, () => openStage(conferenceId))).toMatchObject({ presentation: { id } });
});

test("what was shown does not change when the piece does", async () => {
  const { itzel, rosa, cranes, creek, conferenceId } = await aConferenceTonight(lectern);
  const { id } = await start(itzel, conferenceId);
  await lectern.db
    .updateTable("workSample")
    .set({ title: "Cranes, reworked" })
    .where("id", "=", cranes.workSampleId)
    .execute();
  await lectern.db
    .updateTable("reflection")
    .set({ answer: "Something else" })
    .where("workSampleId", "=", cranes.workSampleId)
    .execute();
  await lectern.as(itzel, () => takeDownPiece(creek.itemId));
  await end(itzel, id);
  const { items, shownOn } = await seen(rosa, id);
  expect(titles(items)).toEqual(["Cranes, Pier 9", "The creek", "The letters"]);
  expect(items[0]?.shown).toMatchObject({ reflections: [{ answer: "The water in Cranes, Pier 9" }] });
  expect(shownOn).toBe("2026-11-12");
});

test("the family sees it from the moment it ends, a classmate never", async () => {
  const { itzel, kofi, rosa, hector, conferenceId } = await aConferenceTonight(lectern);
  const { id } = await start(itzel, conferenceId);
  await expect(seen(rosa, id)).rejects.toMatchObject({ status: 404 });
  await end(itzel, id);
  for (const person of [rosa, hector]) expect(titles((await seen(person, id)).items)).toHaveLength(3);
  await expect(seen(kofi, id)).rejects.toMatchObject({ status: 404 });
});

test("private notes are sent to the student on her stage, and to nobody ever after", async () => {
  const { itzel, rosa, mrOkafor, portfolioId, conferenceId } = await aConferenceTonight(lectern);
  const workSampleId = await addPiece(lectern, itzel, "Start the buses after sunrise");
  await lectern.as(itzel, () =>
    hangPiece(portfolioId, { workSampleId, section: "growth", after: null, privateNote: "Breathe first" }),
  );
  const { id } = await start(itzel, conferenceId);
  const onStage = async (person: Person) =>
    JSON.stringify(await lectern.as(person, () => openStage(conferenceId)));
  expect(await onStage(itzel)).toContain("Breathe first");
  expect(await onStage(mrOkafor)).not.toContain("Breathe first");
  await end(itzel, id);
  expect(JSON.stringify(await seen(rosa, id))).not.toContain("Breathe first");
});

test("a file that was shown is held, with its digest in the copy", async () => {
  const { itzel, conferenceId, portfolioId } = await aConferenceTonight(lectern);
  const fileId = await addFile(lectern, itzel);
  const workSampleId = await addPiece(lectern, itzel, "Harbor print", { fileId });
  await lectern.as(itzel, () =>
    hangPiece(portfolioId, { workSampleId, section: "proud", after: null, privateNote: "" }),
  );
  const { id } = await start(itzel, conferenceId);
  const held = await lectern.db
    .selectFrom("presentationFile")
    .select("fileId")
    .where("fileId", "=", fileId)
    .execute();
  expect(held).toHaveLength(1);
  const [first] = (await seen(itzel, id)).items;
  expect(first?.shown).toMatchObject({
    versions: [{ file: { id: fileId, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } }],
  });
});

test("results are for those entitled to numbers: a mentor who was given the item still does not see it", async () => {
  const { school, itzel, rosa, conferenceId } = await aConferenceTonight(lectern);
  await addResult(lectern.db, itzel);
  const imani = await addMentor(school, itzel, "Imani Brooks");
  const { id } = await start(itzel, conferenceId);
  await end(itzel, id);
  const items = (await seen(itzel, id)).items;
  const expiresAt = new Date("2026-12-01T00:00:00Z");
  for (const { id: presentationItemId } of items)
    await lectern.db
      .insertInto("mentorItem")
      .values({ districtId: itzel.districtId, presentationItemId, mentorId: imani.personId, expiresAt })
      .execute();
  const kinds = async (person: Person) => (await seen(person, id)).items.map(({ shown }) => shown.kind);
  expect(await kinds(rosa)).toContain("result");
  expect(await kinds(imani)).toEqual(["work", "work", "work"]);
  const result = items.find(({ shown }) => shown.kind === "result");
  expect(result).toMatchObject({
    audience: "numbers",
    shown: { sittings: [{ normYear: 2025, cutTable: "map-2025" }] },
  });
});

test("last season’s promises open the goals, the school’s first, and no home sees the other’s", async () => {
  const story = await aConferenceTonight(lectern);
  const { school, itzel, rosa, hector, conferenceId } = story;
  const spring = await addSeason(school, {
    code: "2026-S",
    name: "Spring conferences",
    startsOn: "2026-03-02",
    endsOn: "2026-04-17",
    state: "open",
  });
  const { id: goalId } = await lectern.as(itzel, () => setGoal(newGoal(story, { seasonId: spring })));
  await promise(lectern, itzel, goalId, "student", "I read at night");
  await promise(lectern, itzel, goalId, "family", "Rosa switches off", rosa.householdId);
  await promise(lectern, itzel, goalId, "family", "Héctor buys a lamp", hector.householdId);
  await promise(lectern, itzel, goalId, "school", "The library opens at lunch");
  await lectern.db.updateTable("goal").set({ state: "agreed" }).where("id", "=", goalId).execute();
  await lectern.db.updateTable("season").set({ state: "closed" }).where("id", "=", spring).execute();
  const stage = await lectern.as(itzel, () => openStage(conferenceId));
  expect(words(stage.items)).toEqual(["The library opens at lunch", "Rosa switches off", "I read at night"]);
  const { id } = await start(itzel, conferenceId);
  await end(itzel, id);
  expect(words((await seen(rosa, id)).items)).toContain("Rosa switches off");
  expect(words((await seen(hector, id)).items)).toEqual(["The library opens at lunch", "I read at night"]);
});

test("two people pressing start at once start it once", async () => {
  const { itzel, mrOkafor, conferenceId } = await aConferenceTonight(lectern);
  const tries = await Promise.allSettled([start(itzel, conferenceId), start(mrOkafor, conferenceId)]);
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = tries.find((each) => each.status === "rejected");
  expect(lost?.reason).toMatchObject({ status: 409, code: "presentation-open" });
});

test("a start can be taken back for five minutes, and its number is never used again", async () => {
  const { itzel, mrOkafor, rosa, conferenceId } = await aConferenceTonight(lectern);
  const first = await start(itzel, conferenceId);
  await lectern.as(itzel, () => undoPresentation(first.id));
  for (const person of [itzel, rosa, mrOkafor])
    await expect(seen(person, first.id)).rejects.toMatchObject({ status: 404 });
  const logged = await lectern.db
    .selectFrom("presentation")
    .select(["state", "withdrawnBy"])
    .where("id", "=", first.id)
    .executeTakeFirst();
  expect(logged).toEqual({ state: "undone", withdrawnBy: itzel.personId });
  const second = await start(itzel, conferenceId);
  expect(second.number).toBe(2);
  lectern.now = new Date(conferenceNight.getTime() + 6 * 60_000);
  await expect(lectern.as(itzel, () => undoPresentation(second.id))).rejects.toMatchObject({
    code: "undo-too-late",
  });
  lectern.now = conferenceNight;
});

test("a piece somebody asks to see is added while it runs, and not afterwards", async () => {
  const { itzel, kofi, conferenceId } = await aConferenceTonight(lectern);
  const { id } = await start(itzel, conferenceId);
  const workSampleId = await addPiece(lectern, itzel, "The run log");
  const show = (piece: string) =>
    lectern.as(itzel, () => showUnplanned(id, { workSampleId: piece, segment: "questions" }));
  await show(workSampleId);
  await expect(show(await addPiece(lectern, kofi, "The stool"))).rejects.toMatchObject({ status: 404 });
  await end(itzel, id);
  expect(titles((await seen(itzel, id)).items).at(-1)).toBe("The run log");
  await expect(show(await addPiece(lectern, itzel, "One more"))).rejects.toMatchObject({
    code: "presentation-over",
  });
});

test("ending takes the digest once; ending again says the same", async () => {
  const { itzel, mrOkafor, conferenceId } = await aConferenceTonight(lectern);
  const { id } = await start(itzel, conferenceId);
  const { digest } = await end(itzel, id);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(await end(mrOkafor, id)).toEqual({ digest });
  expect((await seen(itzel, id)).digest).toBe(digest);
});

test("canonical JSON does not depend on the order in which keys were written", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "ü" }], a: undefined, A: true })).toBe(
    '{"A":true,"b":[1,{"c":"ü","d":null}]}',
  );
});

test("guardians and classmates do not start, add to or end a presentation", async () => {
  const { itzel, kofi, rosa, conferenceId } = await aConferenceTonight(lectern);
  for (const person of [kofi, rosa])
    await expect(start(person, conferenceId)).rejects.toMatchObject({ status: 404 });
  const { id } = await start(itzel, conferenceId);
  for (const person of [kofi, rosa]) {
    await expect(end(person, id)).rejects.toMatchObject({ status: 404 });
    await expect(lectern.as(person, () => undoPresentation(id))).rejects.toMatchObject({ status: 404 });
  }
});
