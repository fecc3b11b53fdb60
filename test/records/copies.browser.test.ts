import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { correctRecord, pdfAddress, sealRecord, withdrawRecord } from "#web/records/record.api.ts";
import { aRecordInTheRoom, readyToFinish, type RecordStory } from "./record-story.ts";

const visited = useVisitors();
let story: RecordStory;
let msEze: Person;
let page: Page;
let copy: Buffer;

async function copyFor(person: Person): Promise<Buffer> {
  const headers = { cookie: await visited.lectern.cookieOf(person) };
  return (await visited.lectern.app.inject({ url: pdfAddress(story.recordId, "es"), headers })).rawPayload;
}

async function check(buffer: Buffer): Promise<void> {
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "acta.pdf", mimeType: "application/pdf", buffer });
}

beforeAll(async () => {
  const { lectern } = visited;
  story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  copy = await copyFor(story.rosa);
  page = await visited.openAs(null, "/check");
});

test("somebody who holds a mother's copy learns that a school issued it, and nothing about whose it is", async () => {
  await check(copy);
  await page.getByText("It is version 1, the newest.").waitFor();
  expect(await faultsOf(page, "check-copy")).toEqual([]);
  expect(await page.locator("main").innerText()).not.toMatch(/Itzel|Navarro|2026-F/);
});

test("a copy with one changed byte is nobody's", async () => {
  const changed = Buffer.from(copy);
  changed[changed.length - 9]! ^= 1;
  await check(changed);
  await page.getByText("No school here issued this file.").waitFor();
});

test("the same copy drawn once more is the same file", async () => {
  expect(await copyFor(story.rosa)).toEqual(copy);
});

test("after a correction the older copy is still genuine, and said to be older", async () => {
  await visited.lectern.as(msEze, () =>
    correctRecord(story.recordId, {
      ...{ version: 1, part: "core", section: "results", language: "en" },
      ...{ what: "The score was 231.", because: "A digit was wrong." },
    }),
  );
  await check(copy);
  await page.getByText("version 2 has corrected it").waitFor();
});

test("of a record that was taken back nothing stands any more", async () => {
  await visited.lectern.as(msEze, () => withdrawRecord(story.recordId, "It was the wrong student’s."));
  await check(copy);
  await page.getByText("has taken it back since").waitFor();
});
