import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff } from "#test/support/people.ts";
import { arrangeConference as arrange, aStudentWithAdviser } from "#test/support/story.ts";
import {
  arrangeConference,
  cancelConference,
  changeConference,
  changeParticipant,
  endConference,
  noteContactAttempt,
  pauseConference,
  readConference,
  removeParticipant,
  startConference,
  type StaffConference,
} from "#web/conferences/conference.api.ts";
import { guests, refusal, tonight } from "./given.ts";

const lectern = useLectern();

async function aConference() {
  const story = await aStudentWithAdviser(lectern.db);
  const id = await arrange(story.school, story.itzel, story.mrOkafor, { guests: [story.rosa] });
  return { ...story, id };
}

test("planned, live, paused, live again, held: the first start stays the start, and how it ended may be said anew", async () => {
  const { id, mrOkafor } = await aConference();
  await lectern.as(mrOkafor, async () => {
    await startConference(id);
    await startConference(id);
    await pauseConference(id);
    expect(await readConference(id)).toMatchObject({ state: "paused" });
    await startConference(id);
    await endConference(id, { outcome: "held" });
    expect(await readConference(id)).toMatchObject({
      state: "ended",
      outcome: "held",
      startedAt: lectern.now.toISOString(),
      endedAt: lectern.now.toISOString(),
    });
    await expect(startConference(id)).rejects.toMatchObject(refusal("conference-over"));
    await endConference(id, { outcome: "stopped" });
    expect(await readConference(id)).toMatchObject({
      outcome: "stopped",
      endedAt: lectern.now.toISOString(),
    });
  });
});

test("what never began cannot have been held, but nobody may have met", async () => {
  const { id, mrOkafor } = await aConference();
  await lectern.as(mrOkafor, async () => {
    await expect(endConference(id, { outcome: "held" })).rejects.toMatchObject(
      refusal("conference-not-started"),
    );
    await expect(pauseConference(id)).rejects.toMatchObject(refusal("conference-not-started"));
    await expect(endConference(id, { outcome: "not-met" })).rejects.toMatchObject({
      status: 400,
      field: "notMetBecause",
    });
    await noteContactAttempt(id, { way: "phone", result: "No answer, left a message" });
    await endConference(id, { outcome: "not-met", notMetBecause: "unreachable" });
    expect(await readConference(id)).toMatchObject({
      outcome: "not-met",
      notMetBecause: "unreachable",
      contactAttempts: [{ way: "phone", madeBy: "Daniel Okafor", result: "No answer, left a message" }],
    });
  });
});

test("a call that is still to come was not made", async () => {
  const { id, mrOkafor } = await aConference();
  await expect(
    lectern.as(mrOkafor, () =>
      noteContactAttempt(id, { madeAt: "2026-11-14T00:00:00Z", way: "phone", result: "Nobody" }),
    ),
  ).rejects.toMatchObject({ status: 400, code: "not-yet", field: "madeAt" });
});

test("a conference that began is not called off or moved, and one called off is not begun", async () => {
  const { id, mrOkafor, school, kofi } = await aConference();
  await lectern.as(mrOkafor, async () => {
    await startConference(id);
    await expect(cancelConference(id)).rejects.toMatchObject(refusal("conference-started"));
    await expect(changeConference(id, { field: "minutes", base: 30, value: 45 })).rejects.toMatchObject(
      refusal("conference-started"),
    );
    const other = await arrangeConference(tonight(school, kofi, { startsAt: "2026-11-12T19:00" }));
    await cancelConference(other.id);
    await expect(startConference(other.id)).rejects.toMatchObject(refusal("conference-cancelled"));
  });
});

test("people are added and taken off until the record is finished", async () => {
  const { id, mrOkafor, rosa, hector, school, itzel } = await aConference();
  await lectern.as(mrOkafor, async () => {
    await removeParticipant(id, rosa.personId);
    await expect(removeParticipant(id, rosa.personId)).rejects.toMatchObject({ status: 404 });
    await startConference(id);
    await endConference(id, { outcome: "held" });
    const [came] = guests(hector);
    await changeParticipant(id, hector.personId, { part: came!.part, attendance: "remote" });
    expect(((await readConference(id)) as StaffConference).participants).toMatchObject([
      { name: "Héctor Navarro", attendance: "remote" },
    ]);
  });
  await lectern.db
    .insertInto("conferenceRecord")
    .values({
      districtId: school.districtId,
      id: crypto.randomUUID(),
      conferenceId: id,
      studentId: itzel.personId,
      template: "conference-record",
      state: "sealed",
    })
    .execute();
  await expect(
    lectern.as(mrOkafor, () =>
      changeParticipant(id, hector.personId, { part: "guardian", attendance: "absent" }),
    ),
  ).rejects.toMatchObject(refusal("record-finished"));
});

test("the office arranges but does not run; the student runs nothing", async () => {
  const { id, school, itzel } = await aConference();
  const office = await addStaff(school, "Bernadette Quill", ["office"]);
  await lectern.as(office, () => changeConference(id, { field: "place", base: "Room 214", value: "Room 7" }));
  await expect(lectern.as(office, () => startConference(id))).rejects.toMatchObject({ status: 404 });
  await expect(lectern.as(itzel, () => startConference(id))).rejects.toMatchObject({ status: 404 });
});
