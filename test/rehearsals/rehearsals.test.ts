import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { arrangeConference, aStudentWithAdviser } from "#test/support/story.ts";
import { readReadiness } from "#web/conferences/conference.api.ts";
import { keepRehearsal, listRehearsals, shareRehearsal } from "#web/rehearsals/rehearsal.api.ts";

const lectern = useLectern();
const parts = [
  { key: "welcome", name: null, minutes: 2, seconds: 95 },
  { key: "proud", name: null, minutes: 3, seconds: 244 },
];

async function aStudentWhoRehearsed() {
  const story = await aStudentWithAdviser(lectern.db);
  const conferenceId = await arrangeConference(story.school, story.itzel, story.mrOkafor);
  const { id } = await lectern.as(story.itzel, () => keepRehearsal(parts));
  const seenBy = (person: typeof story.itzel) =>
    lectern.as(person, () => listRehearsals(story.itzel.personId)).then(({ rehearsals }) => rehearsals);
  return { ...story, conferenceId, rehearsalId: id, seenBy };
}

test("she rehearses: it freezes nothing, she sees how long each part took, and the mark is hers", async () => {
  const { itzel, kofi, mrOkafor, conferenceId, seenBy } = await aStudentWhoRehearsed();
  expect(await seenBy(itzel)).toEqual([
    { id: expect.any(String), rehearsedAt: "2026-11-13T00:40:00.000Z", isShared: false, parts },
  ]);
  const frozen = await lectern.db.selectFrom("presentation").select("id").execute();
  expect(frozen).toEqual([]);
  const readiness = await lectern.as(mrOkafor, () => readReadiness(conferenceId));
  expect(readiness.rehearsed).toEqual({ done: 1, total: 1 });
  await lectern.as(kofi, () => keepRehearsal(parts));
  expect(await seenBy(itzel)).toHaveLength(1);
});

test("her adviser learns that and when she rehearsed, and the minutes once she shares them, not after she takes that back", async () => {
  const { itzel, mrOkafor, rosa, rehearsalId, seenBy } = await aStudentWhoRehearsed();
  expect((await seenBy(mrOkafor))[0]).toMatchObject({ rehearsedAt: "2026-11-13T00:40:00.000Z" });
  expect((await seenBy(mrOkafor))[0]).not.toHaveProperty("parts");
  await lectern.as(itzel, () => shareRehearsal(rehearsalId, false, true));
  expect((await seenBy(mrOkafor))[0]).toMatchObject({ parts });
  await expect(lectern.as(mrOkafor, () => shareRehearsal(rehearsalId, true, false))).rejects.toMatchObject({
    status: 404,
  });
  await lectern.as(itzel, () => shareRehearsal(rehearsalId, true, false));
  expect((await seenBy(mrOkafor))[0]).not.toHaveProperty("parts");
  await expect(seenBy(rosa)).rejects.toMatchObject({ status: 404 });
});

test("without an open season there is nothing to rehearse for", async () => {
  const { school, itzel } = await aStudentWithAdviser(lectern.db);
  await lectern.db
    .updateTable("season")
    .set({ state: "closed" })
    .where("districtId", "=", school.districtId)
    .execute();
  await expect(lectern.as(itzel, () => keepRehearsal(parts))).rejects.toMatchObject({
    status: 409,
    code: "season-closed",
  });
});
