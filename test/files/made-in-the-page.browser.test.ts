import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { aPhoto } from "#test/support/uploads.ts";
import { useVisitors } from "#test/support/visitors.ts";

const visited = useVisitors();
let story: Story;
beforeAll(async () => void (story = await aStudentWithAdviser(visited.lectern.db)));

const latestFile = () =>
  visited.lectern.db
    .selectFrom("storedFile")
    .selectAll()
    .where("ownerId", "=", story.itzel.personId)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();

async function contentOf(fileId: string): Promise<Buffer> {
  const headers = { cookie: await visited.lectern.cookieOf(story.itzel) };
  return (await visited.lectern.app.inject({ url: `/api/files/${fileId}`, headers })).rawPayload;
}

test("a student records her voice in the page, listens, and keeps it as a sound", async () => {
  const page = await visited.openAs(story.itzel, "/work");
  await page.context().grantPermissions(["microphone"]);
  await page.getByRole("button", { name: "Record voice" }).click();
  await page.getByText("Recording. Only this device hears it").waitFor();
  await page.clock.resume();
  await page.getByText("0:02").waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  expect(await faultsOf(page, "voice-recording")).toEqual([]);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByText("Listen to it before you keep it.").waitFor();
  expect(await faultsOf(page, "voice-listening")).toEqual([]);
  await page.getByRole("button", { name: "Keep this recording" }).click();
  await page.getByText("File is here").waitFor();
  expect(await latestFile()).toMatchObject({ mediaType: "audio/webm" });
});

test("somebody whose microphone is closed reads what to do", async () => {
  const page = await visited.openAs(story.itzel, "/work/add?record=yes");
  await page.getByText("This page may not use a microphone here.").waitFor();
});

test("a recording is kept when she looks at another page in the middle of it", async () => {
  const page = await visited.openAs(story.itzel, "/work/add");
  await page.context().grantPermissions(["microphone"]);
  await page.getByRole("button", { name: "Record voice" }).click();
  await page.getByText("Recording. Only this device hears it").waitFor();
  await page.clock.resume();
  await page.getByText("0:01").waitFor();
  await page.getByRole("link", { name: "Your shelf" }).click();
  await page.getByText("on its way").first().waitFor();
});

test("photos of a notebook become one upright PDF that does not tell where they were taken", async () => {
  const page = await visited.openAs(story.itzel, "/work/add");
  const sideways = await sharp(await aPhoto("#b52", 900, 600))
    .withExif({ IFD0: { Orientation: "6", Make: "Secret Camera" }, IFD3: { GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const photos = [await aPhoto("#15a", 900, 600), sideways, await aPhoto("#5a1", 600, 900)];
  await page
    .locator("input[type=file][multiple]")
    .setInputFiles(
      photos.map((buffer, at) => ({ name: `page ${at + 1}.jpg`, mimeType: "image/jpeg", buffer })),
    );
  await page.getByText("These 3 photos can be one piece").waitFor();
  expect(await faultsOf(page, "photos-together")).toEqual([]);
  await page.getByRole("button", { name: "Make one piece of them" }).click();
  await page.getByRole("heading", { name: "Adding one piece" }).waitFor();
  await page.getByText("File is here").waitFor();
  const file = await latestFile();
  expect(file).toMatchObject({ name: "page 1.pdf", mediaType: "application/pdf" });
  const content = await contentOf(file.id);
  const pdf = await PDFDocument.load(content);
  const upright = pdf.getPages().map((each) => each.getWidth() < each.getHeight());
  expect(upright).toEqual([false, true, true]);
  expect(content.includes("Secret Camera")).toBe(false);
});
