import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { changeParticipant, endConference } from "#web/conferences/conference.api.ts";
import {
  acknowledge,
  offerName,
  pdfAddress,
  sealRecord,
  slipAddress,
  withholdName,
  type Acknowledging,
} from "#web/records/record.api.ts";
import { fetchPdf, wordsIn } from "./pdf-words.ts";
import { aRecordInTheRoom, fillIn, look, readAloud, type RecordStory } from "./record-story.ts";

const lectern = useLectern();

const name = (signer: Person, revision: number, facts: Partial<Acknowledging> = {}): Acknowledging => ({
  personId: signer.personId,
  typedName: signer.name,
  tookPart: true,
  receivedCopy: true,
  comment: "",
  language: "es",
  revision,
  ...facts,
});

/** Rosa's shift begins before the end: she leaves after the reading, and the record is finished without her name. */
async function finishedWithoutRosa(): Promise<RecordStory & { revision: number }> {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, rosa, conferenceId, recordId } = story;
  await fillIn(lectern, story);
  const revision = await readAloud(lectern, story);
  await lectern.as(mrOkafor, async () => {
    await changeParticipant(conferenceId, rosa.personId, { part: "guardian", left: true });
    await endConference(conferenceId, { outcome: "held" });
    await expect(acknowledge(recordId, name(rosa, revision))).rejects.toMatchObject({ status: 404 });
    await sealRecord(recordId, revision);
  });
  return { ...story, revision };
}

test("a mother who left early puts her name later by link: a slip of its own, and the sealed record stays byte for byte", async () => {
  const story = await finishedWithoutRosa();
  const { mrOkafor, itzel, rosa, hector, recordId, revision } = story;
  const record = () => fetchPdf(lectern, rosa, pdfAddress(recordId, "es"), "late-record");
  const before = await record();
  const said = name(rosa, revision, { comment: "Avísenme con dos semanas." });
  const { id } = await lectern.as(rosa, () => acknowledge(recordId, said));
  expect((await record()).equals(before)).toBe(true);
  expect((await look(lectern, story)).acknowledgements).toMatchObject([
    { typedName: "Rosa Duarte", method: "link", isLate: true },
  ]);
  const slip = await fetchPdf(lectern, rosa, slipAddress(recordId, id, "es"), "slip");
  const words = await wordsIn(slip);
  for (const part of ["2026-F-0001", "Rosa Duarte", "Participé", "Recibí una copia", "dos semanas"])
    expect(words).toContain(part);
  expect(words).not.toContain("Héctor");
  expect((await fetchPdf(lectern, rosa, slipAddress(recordId, id, "es"), "slip")).equals(slip)).toBe(true);
  for (const other of [hector, itzel])
    await expect(fetchPdf(lectern, other, slipAddress(recordId, id), "nothing")).rejects.toThrow("404");
  expect(await wordsIn(await fetchPdf(lectern, mrOkafor, slipAddress(recordId, id), "slip-en"))).toContain(
    "I took part",
  );
});

test("a name on a printed copy is ticked by staff, for whoever may inspect and took part only if she was there", async () => {
  const story = await finishedWithoutRosa();
  const { mrOkafor, rosa, hector, kofi, itzel, recordId, revision } = story;
  const paper = (signer: Person, facts: Partial<Acknowledging> = {}) =>
    lectern.as(mrOkafor, () => acknowledge(recordId, name(signer, revision, { onPaper: true, ...facts })));
  await paper(rosa, { typedName: "R. Duarte" });
  await paper(itzel);
  expect((await look(lectern, story)).acknowledgements).toMatchObject([
    { typedName: "R. Duarte", method: "paper", isLate: true },
    { personId: itzel.personId, method: "paper" },
  ]);
  const { notedBy } = await lectern.db
    .selectFrom("acknowledgement")
    .select("notedBy")
    .where("personId", "=", rosa.personId)
    .executeTakeFirstOrThrow();
  expect(notedBy).toBe(mrOkafor.personId);
  await expect(paper(kofi)).rejects.toMatchObject({ status: 404 });
  await lectern.db
    .updateTable("participant")
    .set({ attendance: "absent" })
    .where("personId", "=", hector.personId)
    .execute();
  await expect(paper(hector)).rejects.toMatchObject({ code: "was-not-there" });
  await paper(hector, { tookPart: false });
  await expect(
    lectern.as(rosa, () => acknowledge(recordId, name(hector, revision, { onPaper: true }))),
  ).rejects.toMatchObject({ status: 404 });
});

test("somebody would rather not put a name: staff know it, no paper says it, and she may change her mind", async () => {
  const story = await aRecordInTheRoom(lectern);
  const { mrOkafor, itzel, hector, rosa, conferenceId, recordId } = story;
  await fillIn(lectern, story);
  const revision = await readAloud(lectern, story);
  await lectern.as(mrOkafor, async () => {
    await withholdName(recordId, hector.personId, "declined");
    await withholdName(recordId, rosa.personId, "later");
    await expect(withholdName(recordId, mrOkafor.personId, "later")).rejects.toMatchObject({ status: 404 });
  });
  const because = async () =>
    Object.fromEntries((await look(lectern, story)).withheld.map((one) => [one.personId, one.because]));
  expect(await because()).toEqual({ [hector.personId]: "declined", [rosa.personId]: "later" });
  await lectern.as(mrOkafor, () => acknowledge(recordId, name(rosa, revision)));
  expect(await because()).toEqual({ [hector.personId]: "declined" });
  await lectern.as(mrOkafor, async () => {
    await endConference(conferenceId, { outcome: "held" });
    await sealRecord(recordId, revision);
  });
  const words = await wordsIn(await fetchPdf(lectern, itzel, pdfAddress(recordId, "en"), "declined"));
  expect(words).not.toMatch(/declined|rather not|refused|later/i);
  await lectern.as(mrOkafor, () => offerName(recordId, hector.personId));
  expect(await because()).toEqual({});
});
