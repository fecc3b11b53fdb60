import { createHash } from "node:crypto";
import { join } from "node:path";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { KnownRecords } from "#server/records/verifying/known-records.ts";
import { verifyRecords } from "#server/records/verifying/verify-records.ts";
import { signer, useLectern } from "#test/support/lectern.ts";
import { addStaff } from "#test/support/people.ts";
import { aPdf, contentsOf, upload } from "#test/support/uploads.ts";
import {
  acknowledge,
  attachScan,
  correctRecord,
  eraseRecord,
  openRecord,
  pdfAddress,
  readContent,
  readTombstone,
  sealRecord,
  withdrawRecord,
} from "#web/records/record.api.ts";
import { readReview } from "#web/reviews/review.api.ts";
import { fetchPdf } from "./pdf-words.ts";
import { aRecordInTheRoom, look, readyToFinish } from "./record-story.ts";

const lectern = useLectern();

/** A finished record with a sheet that Rosa signed on paper, and the school's administrator. */
async function aSignedRecord() {
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  const { mrOkafor, rosa, recordId, school } = story;
  await lectern.as(mrOkafor, () => sealRecord(recordId, revision));
  const onPaper = { typedName: "R. Duarte", tookPart: true, receivedCopy: true, comment: "", language: "en" };
  const { id } = await lectern.as(mrOkafor, () =>
    acknowledge(recordId, { ...onPaper, personId: rosa.personId, revision, onPaper: true }),
  );
  const sheet = await upload(lectern, mrOkafor, "signed.pdf", await aPdf(1, "R. Duarte"));
  await lectern.as(mrOkafor, () => attachScan(recordId, id, sheet.body.id));
  const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  return { ...story, revision, sheetId: sheet.body.id, acknowledgementId: id, msEze };
}

const statusOf = async (reader: Parameters<typeof lectern.cookieOf>[0], url: string) => {
  const headers = { cookie: await lectern.cookieOf(reader) };
  return (await lectern.app.inject({ url, headers })).statusCode;
};

test("the sheet somebody signed is opened by her and by staff, and by nobody of the other home", async () => {
  const story = await aSignedRecord();
  const { mrOkafor, rosa, hector, itzel, msEze, sheetId } = story;
  const [paper] = (await look(lectern, story)).acknowledgements;
  expect(paper).toMatchObject({ method: "paper", typedName: "R. Duarte", scanFileId: sheetId });
  for (const reader of [mrOkafor, rosa, msEze])
    expect(await statusOf(reader, `/api/files/${sheetId}`)).toBe(200);
  for (const reader of [hector, itzel]) expect(await statusOf(reader, `/api/files/${sheetId}`)).toBe(404);
});

test("only a name from paper takes a sheet, only a picture or a PDF, and only a file of one's own", async () => {
  const { mrOkafor, rosa, recordId, acknowledgementId, revision } = await aSignedRecord();
  const [text, hers] = await Promise.all([
    upload(lectern, mrOkafor, "notes.txt", Buffer.from("Rosa said yes")),
    upload(lectern, rosa, "mine.pdf", await aPdf(1, "Mine")),
  ]);
  const byLink = { typedName: "Rosa", tookPart: true, receivedCopy: false, comment: "", language: "es" };
  const { id: typed } = await lectern.as(rosa, () =>
    acknowledge(recordId, { ...byLink, personId: rosa.personId, revision }),
  );
  await lectern.as(mrOkafor, async () => {
    await expect(attachScan(recordId, acknowledgementId, text.body.id)).rejects.toMatchObject({
      status: 400,
      code: "scan-kind",
    });
    await expect(attachScan(recordId, acknowledgementId, hers.body.id)).rejects.toMatchObject({
      status: 404,
    });
    const own = await upload(lectern, mrOkafor, "own.pdf", await aPdf(1, "Own"));
    await expect(attachScan(recordId, typed, own.body.id)).rejects.toMatchObject({ status: 404 });
  });
});

test("a record is erased only after it was taken back, and only by who repeats its number", async () => {
  const { msEze, mrOkafor, recordId } = await aSignedRecord();
  const erasure = { number: "2026-F-0001", ground: "another-student", because: "Board, 3 December" } as const;
  await expect(lectern.as(msEze, () => eraseRecord(recordId, erasure))).rejects.toMatchObject({
    status: 404,
  });
  const { core } = await lectern.as(msEze, () => readContent(recordId));
  await lectern.as(msEze, () => withdrawRecord(recordId, "It was another student’s plan"));
  await expect(
    lectern.as(msEze, () => eraseRecord(recordId, { ...erasure, number: "2026-F-9999" })),
  ).rejects.toMatchObject({ status: 400, code: "number-differs" });
  await expect(
    lectern.as(mrOkafor, () => eraseRecord(recordId, { ...erasure, number: core.seal!.number })),
  ).rejects.toMatchObject({ status: 404 });
});

test("of an erased record number, digests, day and ground stay, its words and files are gone, and the chain holds", async () => {
  const story = await aSignedRecord();
  const { msEze, mrOkafor, rosa, recordId, conferenceId, sheetId, school } = story;
  const { core } = await lectern.as(msEze, () => readContent(recordId));
  const number = core.seal!.number;
  const because = { what: "Sixty minutes", because: "A typing mistake", language: "en" };
  await lectern.as(msEze, () =>
    correctRecord(recordId, { version: 1, part: "core", section: "next", ...because }),
  );
  const copy = await fetchPdf(lectern, rosa, pdfAddress(recordId), "before-erasing");
  await lectern.as(msEze, () => withdrawRecord(recordId, "It was another student’s plan"));
  const before = await contentsOf(lectern);
  await lectern.as(msEze, () =>
    eraseRecord(recordId, { number, ground: "another-student", because: "Board, 3 December" }),
  );

  const tombstone = await lectern.as(msEze, () => readTombstone(recordId));
  expect(tombstone).toMatchObject({ number, ground: "another-student", erasedBy: "Ngozi Eze" });
  expect(tombstone.versions.map(({ version }) => version)).toEqual([1, 2]);
  await expect(lectern.as(msEze, () => readContent(recordId))).rejects.toMatchObject({ status: 404 });
  for (const reader of [mrOkafor, rosa])
    await expect(lectern.as(reader, () => readTombstone(recordId))).rejects.toMatchObject({ status: 404 });

  expect(await lectern.as(mrOkafor, () => openRecord(conferenceId))).toMatchObject({
    state: "erased",
    fields: [],
    acknowledgements: [],
  });
  expect(await lectern.as(rosa, () => readReview(conferenceId))).toMatchObject({
    record: null,
    recordWithdrawn: true,
  });
  expect(await statusOf(msEze, `/api/files/${sheetId}`)).toBe(404);
  expect((await contentsOf(lectern)).length).toBeLessThan(before.length);
  for (const table of ["recordField", "acknowledgement", "nameWithheld", "staffAddendum"] as const) {
    const rows = await lectern.db
      .selectFrom(table)
      .select("recordId")
      .where("districtId", "=", school.districtId)
      .where("recordId", "=", recordId)
      .execute();
    expect(rows).toEqual([]);
  }
  const known = new KnownRecords(join(await mkdtemp(join(tmpdir(), "known-")), "known"), signer);
  const { findings, erased } = await verifyRecords(lectern.db, signer, known);
  expect(findings).toEqual([]);
  expect(erased).toBe(2);
  const sha256 = createHash("sha256").update(copy).digest("hex");
  const checked = await lectern.app.inject({ url: `/api/copies/${sha256}` });
  expect(checked.json()).toEqual({ issued: true, version: 2, newest: null });
});
