import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { acknowledge, readContent, sealRecord, type Acknowledging } from "#web/records/record.api.ts";
import { aRecordInTheRoom, look, readAloud, readyToFinish, write } from "./record-story.ts";

const lectern = useLectern();

const name = (signer: Person, revision: number, facts: Partial<Acknowledging> = {}): Acknowledging => ({
  personId: signer.personId,
  typedName: signer.name,
  tookPart: true,
  receivedCopy: false,
  comment: "",
  language: "en",
  revision,
  ...facts,
});

test("in the room the student and each guardian type their names under what was read aloud", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, itzel, rosa, hector, recordId } = story;
  const revision = await readAloud(lectern, story);
  for (const signer of [itzel, rosa, hector])
    await lectern.as(mrOkafor, () => acknowledge(recordId, name(signer, revision)));
  const { acknowledgements } = await look(lectern, story);
  expect(acknowledgements.map((one) => one.typedName)).toEqual([itzel.name, rosa.name, hector.name]);
  expect(acknowledgements.every((one) => one.method === "hand-over")).toBe(true);
});

test("a name typed again takes the place of the one before", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, rosa, recordId } = story;
  const revision = await readAloud(lectern, story);
  for (const typedName of ["Rosa D", "Rosa Duarte"])
    await lectern.as(mrOkafor, () => acknowledge(recordId, name(rosa, revision, { typedName })));
  expect((await look(lectern, story)).acknowledgements).toMatchObject([{ typedName: "Rosa Duarte" }]);
});

test("nobody signs without saying what she says", async () => {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readAloud(lectern, story);
  const nothing = name(story.rosa, revision, { tookPart: false });
  const signing = lectern.as(story.mrOkafor, () => acknowledge(story.recordId, nothing));
  await expect(signing).rejects.toMatchObject({ status: 400, code: "tick-one" });
});

test("nobody signs before it was read back, nor under an older reading", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, rosa, recordId } = story;
  const sign = (revision: number) => lectern.as(mrOkafor, () => acknowledge(recordId, name(rosa, revision)));
  await expect(sign(0)).rejects.toMatchObject({ code: "read-back-first" });
  const revision = await readAloud(lectern, story);
  await write(lectern, mrOkafor, story, "proud", "Cranes");
  await readAloud(lectern, story);
  await expect(sign(revision)).rejects.toMatchObject({ code: "stale" });
});

test("somebody who is not in the room does not sign there", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, hector, kofi, recordId } = story;
  await lectern.db
    .updateTable("participant")
    .set({ attendance: "remote" })
    .where("personId", "=", hector.personId)
    .execute();
  const revision = await readAloud(lectern, story);
  for (const signer of [hector, kofi, mrOkafor])
    await expect(
      lectern.as(mrOkafor, () => acknowledge(recordId, name(signer, revision))),
    ).rejects.toMatchObject({ status: 404 });
});

test("afterwards a guardian signs from her own page, for herself alone; the sealed record stays as it was", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, rosa, hector, itzel, recordId } = story;
  const revision = await readyToFinish(lectern, story);
  await lectern.as(mrOkafor, () => sealRecord(recordId, revision));
  const before = await lectern.as(rosa, () => readContent(recordId));
  const copy = { tookPart: true, receivedCopy: true };
  await lectern.as(rosa, () => acknowledge(recordId, name(rosa, revision, copy)));
  expect(await lectern.as(rosa, () => readContent(recordId))).toEqual(before);
  for (const [signer, as] of [
    [hector, rosa],
    [itzel, itzel],
    [rosa, mrOkafor],
  ] as const)
    await expect(lectern.as(as, () => acknowledge(recordId, name(signer, revision)))).rejects.toMatchObject({
      status: 404,
    });
});

test("somebody who was not there may say that she received a copy, and no more", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, hector, recordId } = story;
  const revision = await readyToFinish(lectern, story);
  await lectern.as(mrOkafor, () => sealRecord(recordId, revision));
  await lectern.db
    .updateTable("participant")
    .set({ attendance: "absent" })
    .where("personId", "=", hector.personId)
    .execute();
  await expect(lectern.as(hector, () => acknowledge(recordId, name(hector, revision)))).rejects.toMatchObject(
    { code: "was-not-there" },
  );
  const copy = name(hector, revision, { tookPart: false, receivedCopy: true });
  await lectern.as(hector, () => acknowledge(recordId, copy));
});
