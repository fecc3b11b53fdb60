import { createHash } from "node:crypto";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { chained } from "#server/records/sealing/seal.queries.ts";
import { signer, useLectern } from "#test/support/lectern.ts";
import { arrangeConference } from "#test/support/story.ts";
import { listGoals, reviseGoal } from "#web/goals/goal.api.ts";
import { acknowledge, openRecord, pdfAddress, readContent, sealRecord } from "#web/records/record.api.ts";
import {
  aRecordInTheRoom,
  end,
  look,
  readAloud,
  readyToFinish,
  write,
  type RecordStory,
} from "./record-story.ts";

const lectern = useLectern();
const seal = ({ mrOkafor, recordId }: RecordStory, revision: number) =>
  lectern.as(mrOkafor, () => sealRecord(recordId, revision));

test("finishing gives the number, agrees the goals and writes to the family that may be written to", async () => {
  const story = await aRecordInTheRoom(lectern);
  const sealed = await seal(story, await readyToFinish(lectern, story));
  expect(sealed).toMatchObject({ number: "2026-F-0001", version: 1, writtenTo: ["Rosa Duarte"] });
  const { goals } = await lectern.as(story.itzel, () => listGoals(story.itzel.personId));
  expect(goals).toMatchObject([{ state: "agreed" }]);
  const mail = await lectern.db
    .selectFrom("outgoingMessage")
    .select(["personId", "template", "facts", "language"])
    .where("districtId", "=", story.school.districtId)
    .execute();
  expect(mail).toEqual([
    {
      personId: story.rosa.personId,
      template: "record-ready",
      language: "es",
      facts: { path: `/review/${story.conferenceId}`, student: "Itzel", linkPurpose: "invitation" },
    },
  ]);
});

test("of two who finish at once one wins and the other is told", async () => {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  const answers = await Promise.allSettled([1, 2].map(() => seal(story, revision)));
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const loser = answers.find((one) => one.status === "rejected");
  expect(loser?.reason).toMatchObject({ status: 409, code: "already-sealed" });
});

test("two conferences of one student finished at once follow one another in her chain", async () => {
  const story = await aRecordInTheRoom(lectern, { householdKey: "rosa" });
  const { school, itzel, mrOkafor, hector } = story;
  const revision = await readyToFinish(lectern, story);
  const second = await arrangeConference(school, itzel, mrOkafor, {
    state: "live",
    guests: [hector],
    householdKey: hector.householdId,
    startsAt: "2026-11-13T03:00:00Z",
    endsAt: "2026-11-13T03:30:00Z",
  });
  const { id } = await lectern.as(mrOkafor, () => openRecord(second));
  const other = { ...story, conferenceId: second, recordId: id };
  await lectern.db
    .updateTable("participant")
    .set({ attendance: "present" })
    .where("conferenceId", "=", second)
    .execute();
  for (const [field, value] of [
    ["adviserStrengths", "She measures."],
    ["languageArtsNote", "In the middle."],
    ["mathNote", "Equations first."],
    ["nextCheckIn", "2026-12-11"],
  ] as const)
    await write(lectern, mrOkafor, other, field, value);
  await end(lectern, other, "held");
  const otherRevision = await readAloud(lectern, other);
  const sealed = await Promise.all([seal(story, revision), seal(other, otherRevision)]);
  const versions = await lectern.db
    .selectFrom("recordVersion")
    .select(["digest", "previousDigest"])
    .where("districtId", "=", school.districtId)
    .execute();
  const [first] = versions.filter((one) => one.previousDigest === null);
  const [next] = versions.filter((one) => one.previousDigest !== null);
  expect(next?.previousDigest).toEqual(first?.digest);
  expect(sealed.map(({ number }) => number).sort()).toEqual(["2026-F-0001", "2026-F-0002"]);
});

test("the school signs what it finished", async () => {
  const story = await aRecordInTheRoom(lectern);
  await seal(story, await readyToFinish(lectern, story));
  const { digest, signature } = await lectern.db
    .selectFrom("recordVersion")
    .select(["digest", "signature"])
    .where("districtId", "=", story.school.districtId)
    .executeTakeFirstOrThrow();
  expect(signer.isSigned(digest, signature!)).toBe(true);
});

test("nothing is finished before all is there, and the answer lists what is not", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { revision } = await look(lectern, story);
  await expect(seal(story, revision)).rejects.toMatchObject({
    status: 409,
    code: "not-complete",
    current: expect.arrayContaining([expect.objectContaining({ key: "adviserStrengths" })]),
  });
});

test("a goal changed after reading back must be read back again", async () => {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  const { goals } = await lectern.as(story.mrOkafor, () => listGoals(story.itzel.personId));
  await lectern.as(story.mrOkafor, () =>
    reviseGoal(goals[0]!.id, {
      field: "wording",
      base: goals[0]!.wording,
      value: "Raise Geometry to an A",
    }),
  );
  await expect(seal(story, revision)).rejects.toMatchObject({ current: [{ key: "readBack" }] });
  await seal(story, await readAloud(lectern, story));
});

test("finishing an older reading than what stands there is refused", async () => {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  await write(lectern, story.mrOkafor, story, "concerns", "Saturdays");
  await expect(seal(story, revision)).rejects.toMatchObject({ code: "stale", current: revision + 1 });
});

test("a finished record is never written again", async () => {
  const story = await aRecordInTheRoom(lectern);
  await seal(story, await readyToFinish(lectern, story));
  const late = { status: 409, code: "record-finished" };
  await expect(write(lectern, story.mrOkafor, story, "concerns", "Late")).rejects.toMatchObject(late);
  await expect(write(lectern, story.itzel, story, "growth", "Late")).rejects.toMatchObject(late);
});

test("what was sealed reads the same after everyone and everything was renamed", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { itzel, rosa, mrOkafor, school, recordId } = story;
  await seal(story, await readyToFinish(lectern, story));
  const before = await lectern.as(mrOkafor, () => readContent(recordId));
  for (const person of [itzel, rosa, mrOkafor])
    await lectern.db
      .updateTable("person")
      .set({ givenName: "Somebody", familyName: "Else" })
      .where("id", "=", person.personId)
      .execute();
  await lectern.db.updateTable("school").set({ name: "Renamed" }).where("id", "=", school.schoolId).execute();
  await lectern.db.updateTable("goal").set({ wording: "Reworded" }).execute();
  expect(await lectern.as(mrOkafor, () => readContent(recordId))).toEqual(before);
  expect(before.core.student.name).toBe("Itzel Navarro Duarte");
});

test("a record finished before records named the work shown is still read, and drawn", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, recordId } = story;
  await seal(story, await readyToFinish(lectern, story));
  await lectern.db
    .updateTable("recordPart")
    .set({ canonical: sql<string>`(canonical::jsonb - 'shown')::text` })
    .where("recordId", "=", recordId)
    .execute();
  const { core } = await lectern.as(mrOkafor, () => readContent(recordId));
  expect(core.shown).toEqual([]);
  const cookie = await lectern.cookieOf(mrOkafor);
  expect((await lectern.app.inject({ url: pdfAddress(recordId), headers: { cookie } })).statusCode).toBe(200);
});

test("anyone holding the parts can take the digests again", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { number, digest } = await seal(story, await readyToFinish(lectern, story));
  const parts = await lectern.db
    .selectFrom("recordPart")
    .selectAll()
    .where("recordId", "=", story.recordId)
    .orderBy("part")
    .execute();
  expect(parts).toHaveLength(3);
  for (const part of parts)
    expect(createHash("sha256").update(part.salt!).update(part.canonical!).digest()).toEqual(part.digest);
  const core = parts.find(({ part }) => part === "core");
  const { seal: stamp } = JSON.parse(core!.canonical!) as { seal: { sealedAt: string } };
  const whole = chained({ number, version: 1, sealedAt: stamp.sealedAt }, parts, null);
  expect(createHash("sha256").update(whole).digest("hex")).toBe(digest);
});

test("each household reads the core and its own part, the student the core alone", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { rosa, hector, itzel, mrOkafor, recordId } = story;
  const revision = await readyToFinish(lectern, story);
  for (const guardian of [rosa, hector])
    await lectern.as(mrOkafor, () =>
      acknowledge(recordId, {
        personId: guardian.personId,
        typedName: guardian.name,
        tookPart: true,
        receivedCopy: false,
        comment: `Only for ${guardian.name}`,
        language: "es",
        revision,
      }),
    );
  await seal(story, revision);
  const read = (person: typeof rosa | typeof itzel) => lectern.as(person, () => readContent(recordId));
  expect((await read(rosa)).annexes.map(({ householdId }) => householdId)).toEqual([rosa.householdId]);
  expect(JSON.stringify(await read(rosa))).not.toContain("Only for Héctor Navarro");
  expect(JSON.stringify(await read(hector))).not.toContain("Only for Rosa Duarte");
  expect((await read(itzel)).annexes).toEqual([]);
  expect((await read(mrOkafor)).annexes).toHaveLength(2);
});

test("the family reads nothing of a draft", async () => {
  const story = await aRecordInTheRoom(lectern);
  const reading = lectern.as(story.rosa, () => readContent(story.recordId));
  await expect(reading).rejects.toMatchObject({ status: 404 });
});

test("somebody who may inspect but not come reads neither when, where nor who was there", async () => {
  const story = await aRecordInTheRoom(lectern);
  await seal(story, await readyToFinish(lectern, story));
  await lectern.db
    .updateTable("guardianship")
    .set({ mayAttend: false })
    .where("guardianId", "=", story.hector.personId)
    .execute();
  const { core } = await lectern.as(story.hector, () => readContent(story.recordId));
  expect(core.room).toBeNull();
  expect(core.conference).toMatchObject({ startsAt: "", place: "", startedAt: null });
});

test("at eighteen the record is the student’s: no mail to her mother, who finds nothing", async () => {
  const story = await aRecordInTheRoom(lectern);
  await lectern.db
    .updateTable("student")
    .set({ bornOn: "2008-11-01" })
    .where("personId", "=", story.itzel.personId)
    .execute();
  const sealed = await seal(story, await readyToFinish(lectern, story));
  expect(sealed.writtenTo).toEqual([]);
  const hers = lectern.as(story.rosa, () => readContent(story.recordId));
  await expect(hers).rejects.toMatchObject({ status: 404 });
  expect((await lectern.as(story.itzel, () => readContent(story.recordId))).core.seal).not.toBeNull();
});
