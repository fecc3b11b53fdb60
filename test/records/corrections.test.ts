import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff } from "#test/support/people.ts";
import {
  acknowledge,
  correctRecord,
  openRecord,
  pdfAddress,
  readContent,
  sealRecord,
  withdrawRecord,
  type Correcting,
} from "#web/records/record.api.ts";
import { readReview } from "#web/reviews/review.api.ts";
import { fetchPdf, pdfOf } from "./pdf-words.ts";
import { aRecordInTheRoom, readyToFinish } from "./record-story.ts";

const lectern = useLectern();

async function aFinishedRecord() {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  const msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  return { ...story, msEze, revision };
}

const right = (facts: Partial<Correcting> = {}): Correcting => ({
  version: 1,
  part: "core",
  section: "results",
  what: "She was tested in math: 219",
  because: "The list was from last year",
  language: "en",
  ...facts,
});

test("a correction stands beside what it corrects: nothing sealed changes, both sides are told, the chain goes on", async () => {
  const { msEze, mrOkafor, itzel, rosa, conferenceId, recordId, school } = await aFinishedRecord();
  const versions = () =>
    lectern.db
      .selectFrom("recordPart")
      .select(["version", "part", "canonical"])
      .where("recordId", "=", recordId)
      .orderBy("version")
      .orderBy("part")
      .execute();
  const before = await versions();
  expect(await lectern.as(msEze, () => correctRecord(recordId, right()))).toEqual({ version: 2 });
  expect((await versions()).filter(({ version }) => version === 1)).toEqual(before);
  const { core, version } = await lectern.as(rosa, () => readContent(recordId));
  expect(version).toBe(2);
  expect(core.fields["mathNotTested"]?.text).toBe("she joined in October");
  expect(core.corrections).toMatchObject([{ section: "results", by: "Ngozi Eze", version: 2 }]);
  expect((await lectern.as(rosa, () => readReview(conferenceId))).record).toMatchObject({
    version: 2,
    corrected: true,
  });
  const paper = await pdfOf(lectern, itzel, recordId, "corrected");
  for (const words of ["Version 2", "Corrections", "She was tested in math: 219", "Ngozi Eze"])
    expect(paper).toContain(words);
  const mail = await lectern.db
    .selectFrom("outgoingMessage")
    .select("personId")
    .where("districtId", "=", school.districtId)
    .where("template", "=", "record-corrected")
    .execute();
  expect(mail.map(({ personId }) => personId)).toContain(rosa.personId);
  const [first, second] = await lectern.db
    .selectFrom("recordVersion")
    .select(["digest", "previousDigest"])
    .where("recordId", "=", recordId)
    .orderBy("version")
    .execute();
  expect(second?.previousDigest).toEqual(first?.digest);
  await expect(lectern.as(msEze, () => correctRecord(recordId, right()))).rejects.toMatchObject({
    status: 409,
    current: 2,
  });
  await expect(lectern.as(mrOkafor, () => correctRecord(recordId, right()))).rejects.toMatchObject({
    status: 404,
  });
});

test("what concerns one home is set right in its own copy alone", async () => {
  const { msEze, rosa, hector, recordId } = await aFinishedRecord();
  await lectern.as(msEze, () =>
    correctRecord(
      recordId,
      right({ part: rosa.householdId, section: "family", what: "Her shift ends at six" }),
    ),
  );
  expect(await pdfOf(lectern, rosa, recordId, "corrected-rosa")).toContain("Her shift ends at six");
  expect(await pdfOf(lectern, hector, recordId, "corrected-hector")).not.toContain("Her shift");
});

test("a record taken back is gone at once for all but the administrators, and the family reads a neutral sentence", async () => {
  const { msEze, mrOkafor, itzel, rosa, conferenceId, recordId, revision } = await aFinishedRecord();
  await lectern.as(msEze, () => withdrawRecord(recordId, "It was another student’s plan"));
  for (const reader of [rosa, itzel, mrOkafor]) {
    await expect(lectern.as(reader, () => readContent(recordId))).rejects.toMatchObject({ status: 404 });
    await expect(fetchPdf(lectern, reader, pdfAddress(recordId), "nothing")).rejects.toThrow("404");
  }
  const room = await lectern.as(mrOkafor, () => openRecord(conferenceId));
  expect(room).toMatchObject({ state: "withdrawn", fields: [], people: [], acknowledgements: [] });
  const review = await lectern.as(rosa, () => readReview(conferenceId));
  expect(review).toMatchObject({ record: null, recordWithdrawn: true });
  expect(JSON.stringify(review)).not.toContain("another student");
  const kept = await lectern.as(msEze, () => readContent(recordId));
  expect(kept.withdrawn).toMatchObject({ by: "Ngozi Eze", because: "It was another student’s plan" });
  expect(kept.mayCorrect).toBe(false);
  const name = { typedName: "Rosa", tookPart: true, receivedCopy: false, comment: "", language: "es" };
  await expect(
    lectern.as(rosa, () => acknowledge(recordId, { ...name, personId: rosa.personId, revision })),
  ).rejects.toMatchObject({ status: 404 });
});
