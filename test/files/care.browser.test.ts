import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkContents } from "#server/files/care/check-contents.ts";
import { faultsOf } from "#test/support/browser.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { aPhoto, upload } from "#test/support/uploads.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { aPiece } from "#test/work-samples/pieces.ts";
import { addWorkSample } from "#web/work-samples/work-sample.api.ts";

const visited = useVisitors();
const aMonth = 31 * 86_400_000;

/** A photo in a piece her adviser may see. */
async function aPhotoPiece(student: Person, title: string, colour: string) {
  const { lectern } = visited;
  const { id: fileId } = (await upload(lectern, student, `${title}.jpg`, await aPhoto(colour))).body;
  const version = { kind: "file", stage: "draft", fileId, altText: "The creek at noon" } as const;
  const piece = await lectern.as(student, () =>
    addWorkSample(aPiece({ title, sharedWithAdviser: true, version })),
  );
  const { storageKey } = await lectern.db
    .selectFrom("storedFile")
    .select("storageKey")
    .where("id", "=", fileId)
    .executeTakeFirstOrThrow();
  return { fileId, pieceId: piece.id, path: join(lectern.filesFolder, storageKey) };
}

const said = (fileId: string, scan: "waiting" | "refused", scanNote: string | null) =>
  visited.lectern.db.updateTable("storedFile").set({ scan, scanNote }).where("id", "=", fileId).execute();

test("an administrator finds which files need care, has one put back, and sees that it is whole", async () => {
  const { lectern } = visited;
  const { school, itzel, kofi } = await aStudentWithAdviser(lectern.db);
  const ngozi = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  const whole = await visited.openAs(ngozi, "/files");
  await whole.getByRole("heading", { name: "No files yet" }).waitFor();
  expect(await faultsOf(whole, "file-care-empty")).toEqual([]);
  const lost = await aPhotoPiece(itzel, "Creek map, drawn by hand", "#285");
  const [virus, large] = [
    await aPhotoPiece(kofi, "Bus stop survey", "#582"),
    await aPhotoPiece(kofi, "Weld, filmed", "#258"),
  ];
  await said(virus.fileId, "refused", "Win.Test.EICAR_HDB-1");
  await said(large.fileId, "waiting", "INSTREAM size limit exceeded. ERROR");
  const content = await readFile(lost.path);
  await rm(lost.path);
  await checkContents(lectern, new Date(lectern.now.getTime() + aMonth), 1024 ** 3);
  const page = await visited.openAs(ngozi, "/");
  await page.getByRole("link", { name: "See which" }).click();
  await page.getByRole("heading", { name: "3 files need care" }).waitFor();
  expect(await faultsOf(page, "file-care")).toEqual([]);
  await writeFile(lost.path, content);
  await page.getByRole("button", { name: "Check Creek map, drawn by hand.jpg again" }).click();
  await page.getByText("“Creek map, drawn by hand.jpg” is whole again.").waitFor();
  await page.getByRole("heading", { name: "2 files need care" }).waitFor();
});

test("a file that cannot be opened says why, to the student and to her adviser", async () => {
  const { lectern } = visited;
  const { itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const held = await aPhotoPiece(itzel, "Creek at noon", "#396");
  await said(held.fileId, "waiting", null);
  const adviser = await visited.openAs(mrOkafor, `/work/${held.pieceId}`);
  await adviser.getByText("scanner looks at this file first").waitFor();
  expect(await faultsOf(adviser, "file-held")).toEqual([]);
  const refused = await aPhotoPiece(itzel, "Creek at dusk", "#693");
  await said(refused.fileId, "refused", "Win.Test.EICAR_HDB-1");
  const student = await visited.openAs(itzel, `/work/${refused.pieceId}`);
  await student.getByText("found something harmful").waitFor();
  expect(await student.getByText("Win.Test").count()).toBe(0);
  expect(await faultsOf(student, "file-refused")).toEqual([]);
});
