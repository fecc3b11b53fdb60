import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { aFilm } from "#test/support/uploads.ts";
import { useVisitors } from "#test/support/visitors.ts";

const visited = useVisitors();
let story: Story;
let folder: string;

beforeAll(async () => {
  story = await aStudentWithAdviser(visited.lectern.db);
  folder = join(inject("scratch"), "closed-lid");
  await mkdir(folder, { recursive: true });
});

/** A film on her device, large enough for three pieces. */
async function filmOnDisk(name: string): Promise<{ path: string; content: Buffer }> {
  const content = Buffer.concat([aFilm(), randomBytes(20 * 1024 * 1024)]);
  await writeFile(join(folder, name), content);
  return { path: join(folder, name), content };
}

/** The network is gone as soon as the second piece is on its way. */
async function loseTheLine(page: Page): Promise<void> {
  let pieces = 0;
  page.on("request", (request) => {
    if (request.method() === "PATCH" && ++pieces === 2) void page.context().setOffline(true);
  });
}

const filesOf = () =>
  visited.lectern.db
    .selectFrom("storedFile")
    .select(["name", "bytes"])
    .where("ownerId", "=", story.itzel.personId)
    .orderBy("createdAt")
    .execute();

test("a film whose network goes away says so, and goes on by itself when it is back", async () => {
  const page = await visited.openAs(story.itzel, "/work/add");
  const { path, content } = await filmOnDisk("weld.mp4");
  await loseTheLine(page);
  await page.locator("input[type=file][multiple]").setInputFiles(path);
  await page.getByText("No network. It goes on by itself.").waitFor();
  expect(await faultsOf(page, "upload-cut")).toEqual([]);
  await page.context().setOffline(false);
  await page.getByText("File is here").waitFor();
  expect(await filesOf()).toEqual([{ name: "weld.mp4", bytes: content.length }]);
});

test("a film that stopped with a closed laptop is offered again, and another file is not taken for it", async () => {
  const laptop = await visited.openAs(story.itzel, "/work/add");
  const { path, content } = await filmOnDisk("drums.mp4");
  await loseTheLine(laptop);
  await laptop.locator("input[type=file][multiple]").setInputFiles(path);
  await laptop.getByText("No network").waitFor();
  await laptop.close({ runBeforeUnload: false });

  const page = await visited.openAs(story.itzel, "/work");
  await page.getByRole("link", { name: "Go on with it" }).click();
  await page.getByRole("heading", { name: "An upload stopped on its way" }).waitFor();
  expect(await faultsOf(page, "upload-unfinished")).toEqual([]);
  const choose = async (file: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Choose it again" }).click(),
    ]);
    await chooser.setFiles(file);
  };
  await choose((await filmOnDisk("other.mp4")).path);
  await page.getByText("That is another file.").waitFor();
  const sent: number[] = [];
  page.on("request", (request) => {
    if (request.method() === "PATCH") sent.push(Number(request.headers()["upload-offset"]));
  });
  await choose(path);
  await page.getByText("File is here").waitFor();
  expect(sent[0]).toBeGreaterThanOrEqual(8 * 1024 * 1024);
  expect((await filesOf()).at(-1)).toEqual({ name: "drums.mp4", bytes: content.length });
});
