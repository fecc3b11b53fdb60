import { expect, test } from "vitest";
import { conferenceNight, useLectern } from "#test/support/lectern.ts";
import { addResult } from "#test/support/numbers.ts";
import { addGuardian, addMentor, addPerson, type Person } from "#test/support/people.ts";
import { chooseForStage, readPreview } from "#web/portfolios/portfolio.api.ts";
import { endPresentation, openStage, readPresentation, startPresentation } from "#web/stage/stage.api.ts";
import { newGoal } from "../goals/goal-story.ts";
import { setGoal } from "#web/goals/goal.api.ts";
import { aConferenceTonight, seat, wallAs } from "./portfolio-story.ts";

const lectern = useLectern();
const mathResult = "result math MAP Growth";

async function aConferenceWithNumbers() {
  const story = await aConferenceTonight(lectern);
  await addResult(lectern.db, story.itzel);
  return story;
}

/** Everything the server sends to the window that stands on the big screen. */
async function onTheWire(person: Person, conferenceId: string): Promise<string> {
  const reply = await lectern.app.inject({
    url: `/api/conferences/${conferenceId}/stage`,
    headers: { cookie: await lectern.cookieOf(person) },
  });
  expect(reply.statusCode).toBe(200);
  return reply.body;
}

const kindsSeen = async (person: Person, presentationId: string) =>
  (await lectern.as(person, () => readPresentation(presentationId))).items.map(({ shown }) => shown.kind);

test("grades kept off the stage: her coach sits there, her mother reads them afterwards, the screen never had them", async () => {
  const { school, itzel, rosa, mrOkafor, conferenceId } = await aConferenceWithNumbers();
  expect(await onTheWire(itzel, conferenceId)).toContain(":231");
  const coach = await addMentor(school, itzel, "Imani Brooks");
  await seat(lectern, conferenceId, coach, "mentor");

  expect(await lectern.as(itzel, () => openStage(conferenceId))).toMatchObject({
    mayShowNumbers: false,
    keptBack: 1,
  });
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  for (const person of [itzel, mrOkafor]) {
    const sent = await onTheWire(person, conferenceId);
    expect(sent).not.toContain(":231");
    expect(sent).not.toContain("MAP Growth");
    expect(sent).toContain("Cranes, Pier 9");
  }
  await lectern.as(itzel, () => endPresentation(id));
  expect(await kindsSeen(rosa, id)).toEqual(["work", "work", "work", "result"]);
});

test("with a guardian’s consent the mentor may see them, a minor mentor never", async () => {
  const { school, itzel, conferenceId } = await aConferenceWithNumbers();
  const numbersConsentAt = conferenceNight;
  const coach = await addMentor(school, itzel, "Imani Brooks", { numbersConsentAt });
  await seat(lectern, conferenceId, coach, "mentor");
  expect(await onTheWire(itzel, conferenceId)).toContain(":231");
  const theo = await addMentor(school, itzel, "Theo Baptiste", { numbersConsentAt, isMinor: true });
  await seat(lectern, conferenceId, theo, "mentor");
  expect(await onTheWire(itzel, conferenceId)).not.toContain(":231");
});

test("a guest, or a guardian who may come but not inspect, keeps numbers off; an interpreter does not", async () => {
  const { school, itzel, conferenceId } = await aConferenceWithNumbers();
  await seat(lectern, conferenceId, await addPerson(school, "Lucía Ferrer"), "interpreter");
  expect(await onTheWire(itzel, conferenceId)).toContain(":231");
  const uncle = await addGuardian(school, itzel, "Efraín Duarte", { mayInspectRecords: false });
  await seat(lectern, conferenceId, uncle, "guardian");
  expect(await onTheWire(itzel, conferenceId)).not.toContain(":231");
  await lectern.db
    .updateTable("participant")
    .set({ attendance: "absent" })
    .where("personId", "=", uncle.personId)
    .execute();
  expect(await onTheWire(itzel, conferenceId)).toContain(":231");
  await seat(lectern, conferenceId, await addPerson(school, "Grandma Duarte"), "guest");
  expect(await onTheWire(itzel, conferenceId)).not.toContain(":231");
});

test("somebody who joins while she presents takes the numbers off the screen from then on", async () => {
  const { school, itzel, conferenceId } = await aConferenceWithNumbers();
  await lectern.as(itzel, () => startPresentation(conferenceId, true));
  expect(await onTheWire(itzel, conferenceId)).toContain(":231");
  await seat(lectern, conferenceId, await addPerson(school, "Coach Reyes"), "guest");
  expect(await onTheWire(itzel, conferenceId)).not.toContain(":231");
});

test("what she keeps off the stage herself is kept for those entitled, and she can put it back", async () => {
  const { itzel, rosa, portfolioId, conferenceId } = await aConferenceWithNumbers();
  const choose = (isOnStage: boolean) =>
    lectern.as(itzel, () => chooseForStage(portfolioId, { thing: mathResult, isOnStage }));
  await choose(false);
  await choose(false);
  expect(await onTheWire(itzel, conferenceId)).not.toContain(":231");
  const [thing] = (await wallAs(lectern, itzel, itzel)).portfolio?.things ?? [];
  expect(thing).toMatchObject({ thing: mathResult, audience: "numbers", isOnStage: false });
  await choose(true);
  expect(await onTheWire(itzel, conferenceId)).toContain(":231");
  await choose(false);
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  expect(await onTheWire(itzel, conferenceId)).not.toContain(":231");
  await lectern.as(itzel, () => endPresentation(id));
  expect(await kindsSeen(rosa, id)).toContain("result");
});

test("at the start she can still keep all numbers off the screen", async () => {
  const { itzel, rosa, conferenceId } = await aConferenceWithNumbers();
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, false));
  expect(await onTheWire(itzel, conferenceId)).not.toContain(":231");
  await lectern.as(itzel, () => endPresentation(id));
  expect(await kindsSeen(rosa, id)).toContain("result");
});

test("a goal she leaves out is not part of what is shown; nobody chooses for her, and nothing that is not there", async () => {
  const story = await aConferenceTonight(lectern);
  const { itzel, kofi, mrOkafor, portfolioId, conferenceId } = story;
  const { id: goalId } = await lectern.as(itzel, () => setGoal(newGoal(story)));
  const leave = (person: Person, thing: string) =>
    lectern.as(person, () => chooseForStage(portfolioId, { thing, isOnStage: false }));
  for (const person of [kofi, mrOkafor])
    await expect(leave(person, `goal ${goalId}`)).rejects.toMatchObject({ status: 404 });
  await expect(leave(itzel, "goal of somebody else")).rejects.toMatchObject({ status: 400 });
  await leave(itzel, `goal ${goalId}`);
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  expect(await kindsSeen(itzel, id)).toEqual(["work", "work", "work"]);
});

test("“as your family will see it” is what would be kept: numbers off the stage are in it, her notes are not, homes stay apart", async () => {
  const { school, itzel, rosa, hector, portfolioId, conferenceId } = await aConferenceWithNumbers();
  await seat(lectern, conferenceId, await addPerson(school, "Coach Reyes"), "guest");
  const { items, homes } = await lectern.as(itzel, () => readPreview(portfolioId));
  expect(homes).toEqual([{ householdId: rosa.householdId, names: ["Rosa Duarte"] }]);
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  await lectern.as(itzel, () => endPresentation(id));
  for (const guardian of [rosa, hector])
    expect(await kindsSeen(guardian, id)).toEqual(items.map(({ shown }) => shown.kind));
  expect(items.at(-1)).toMatchObject({ audience: "numbers", onStage: false });
  expect(JSON.stringify(items)).not.toContain("note");
});
