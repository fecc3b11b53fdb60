import { expect, test } from "vitest";
import { conferenceNight, useLectern } from "#test/support/lectern.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { arrangeConference } from "#test/support/story.ts";
import { endConference, pauseConference, startConference } from "#web/conferences/conference.api.ts";
import { listShownParts, withdrawItem } from "#web/shown/shown.api.ts";
import {
  endPresentation,
  openStage,
  readPresentation,
  startPresentation,
  undoPresentation,
} from "#web/stage/stage.api.ts";
import { aConferenceTonight } from "./portfolio-story.ts";

const lectern = useLectern();
const day = 24 * 60 * 60_000;

const start = (person: Person, conferenceId: string) =>
  lectern.as(person, () => startPresentation(conferenceId, true));
const seen = (person: Person, id: string) => lectern.as(person, () => readPresentation(id));
const stateOf = async (conferenceId: string) =>
  (await lectern.db
    .selectFrom("conference")
    .select(["state", "startedAt"])
    .where("id", "=", conferenceId)
    .executeTakeFirst()) ?? null;

test("started by mistake on the sofa and undone: the conference is still to come, and who did it is known", async () => {
  const { itzel, rosa, conferenceId } = await aConferenceTonight(lectern);
  const { id } = await start(itzel, conferenceId);
  expect(await stateOf(conferenceId)).toMatchObject({ state: "live" });
  await lectern.as(itzel, () => undoPresentation(id));
  expect(await stateOf(conferenceId)).toEqual({ state: "planned", startedAt: null });
  await expect(seen(rosa, id)).rejects.toMatchObject({ status: 404 });
  const row = await lectern.db
    .selectFrom("presentation")
    .select(["withdrawnBy", "withdrawnAt"])
    .where("id", "=", id)
    .executeTakeFirst();
  expect(row).toEqual({ withdrawnBy: itzel.personId, withdrawnAt: conferenceNight });
});

test("a conference the adviser had begun goes on when the student takes her start back", async () => {
  const { itzel, mrOkafor, conferenceId } = await aConferenceTonight(lectern);
  await lectern.as(mrOkafor, () => startConference(conferenceId));
  lectern.now = new Date(conferenceNight.getTime() + 60_000);
  const { id } = await start(itzel, conferenceId);
  await lectern.as(itzel, () => undoPresentation(id));
  expect(await stateOf(conferenceId)).toEqual({ state: "live", startedAt: conferenceNight });
  lectern.now = conferenceNight;
});

test("stopped by a fire drill, gone on the same evening: it is one presentation; on another day it is the next", async () => {
  const { itzel, rosa, mrOkafor, conferenceId } = await aConferenceTonight(lectern);
  const { id } = await start(itzel, conferenceId);
  await lectern.as(mrOkafor, () => pauseConference(conferenceId));
  await lectern.as(mrOkafor, () => startConference(conferenceId));
  expect(await lectern.as(itzel, () => openStage(conferenceId))).toMatchObject({ presentation: { id } });

  await lectern.as(mrOkafor, () => pauseConference(conferenceId));
  await lectern.db
    .updateTable("presentation")
    .set({ startedAt: new Date(conferenceNight.getTime() - 5 * day) })
    .where("id", "=", id)
    .execute();
  expect(await lectern.as(itzel, () => openStage(conferenceId))).toMatchObject({
    presentation: null,
    begunOn: "2026-11-07",
    mayStart: true,
  });
  const next = await start(itzel, conferenceId);
  expect(next.number).toBe(2);
  expect(await seen(rosa, id)).toMatchObject({ number: 1, digest: expect.any(String) });
  await lectern.as(itzel, () => endPresentation(next.id));
  const { presentations } = await lectern.as(rosa, () => listShownParts(conferenceId));
  expect(presentations.map(({ number }) => number)).toEqual([1, 2]);
});

test("a stopped meeting that goes on another day counts its presentations on", async () => {
  const { school, itzel, rosa, mrOkafor, conferenceId } = await aConferenceTonight(lectern);
  const { id } = await start(itzel, conferenceId);
  await lectern.as(mrOkafor, () => endConference(conferenceId, { outcome: "stopped" }));
  const nextMeeting = await arrangeConference(school, itzel, mrOkafor, {
    startsAt: "2026-11-21T01:40:00Z",
    endsAt: "2026-11-21T02:10:00Z",
    guests: [rosa],
  });
  await lectern.db
    .updateTable("conference")
    .set({ continuesId: conferenceId })
    .where("id", "=", nextMeeting)
    .execute();
  expect(await lectern.as(itzel, () => openStage(nextMeeting))).toMatchObject({
    begunOn: "2026-11-12",
    presentation: null,
  });
  expect(await start(itzel, nextMeeting)).toMatchObject({ number: 2 });
  expect(await seen(rosa, id)).toMatchObject({ number: 1, state: "ended" });
});

test("when the adviser ends the conference, what was being presented ends with it and its digest is taken", async () => {
  const { itzel, rosa, mrOkafor, conferenceId } = await aConferenceTonight(lectern);
  const { id } = await start(itzel, conferenceId);
  await lectern.as(mrOkafor, () => endConference(conferenceId, { outcome: "held" }));
  expect(await seen(rosa, id)).toMatchObject({ state: "ended", digest: expect.any(String) });
});

test("a piece taken back is hidden at once; the family reads a neutral sentence, those who must know who and why", async () => {
  const { school, itzel, rosa, mrOkafor, conferenceId } = await aConferenceTonight(lectern);
  const ngozi = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  const { id } = await start(itzel, conferenceId);
  await lectern.as(itzel, () => endPresentation(id));
  const [cranes] = (await seen(rosa, id)).items;
  const itemId = cranes?.id ?? "";
  const because = "A classmate can be recognized in the photo";
  for (const person of [itzel, rosa])
    await expect(lectern.as(person, () => withdrawItem(itemId, because))).rejects.toMatchObject({
      status: 404,
    });
  await lectern.as(mrOkafor, () => withdrawItem(itemId, because));

  const forRosa = await seen(rosa, id);
  expect(JSON.stringify(forRosa)).not.toMatch(/Cranes|classmate|Okafor/);
  expect(forRosa.withdrawn).toEqual([{ id: itemId }]);
  for (const person of [itzel, mrOkafor]) {
    const reply = await seen(person, id);
    expect(reply.items.map((item) => item.id)).not.toContain(itemId);
    expect(reply.withdrawn).toMatchObject([
      { details: { title: "Cranes, Pier 9", by: "Daniel Okafor", because } },
    ]);
  }
  expect((await seen(ngozi, id)).items.map((item) => item.id)).toContain(itemId);
  await expect(lectern.as(ngozi, () => withdrawItem(itemId, because))).rejects.toMatchObject({
    status: 409,
    code: "already-withdrawn",
  });
});

test("taken back while she presents, it leaves the stage too", async () => {
  const { itzel, mrOkafor, conferenceId } = await aConferenceTonight(lectern);
  await start(itzel, conferenceId);
  const before = await lectern.as(itzel, () => openStage(conferenceId));
  const [first] = before.items;
  await lectern.as(mrOkafor, () => withdrawItem(first?.id ?? "", "The wrong file"));
  const after = await lectern.as(itzel, () => openStage(conferenceId));
  expect(after.items.map(({ id }) => id)).toEqual(before.items.slice(1).map(({ id }) => id));
});
