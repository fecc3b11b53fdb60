import { expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { aRecordInTheRoom } from "../records/record-story.ts";

const visited = useVisitors();

test("an adviser puts a sentence behind what she wrote, keeps her own for the next student, and forgets it", async () => {
  const { lectern } = visited;
  const story = await aRecordInTheRoom(lectern);
  const page = await visited.openAs(story.mrOkafor, `/room/${story.conferenceId}`);
  const field = page.locator('[data-field="adviserStrengths"]');
  await field.getByText("Phrases").click();
  await field.getByRole("button", { name: "Itzel helps others without being asked." }).click();
  const text = field.getByRole("textbox");
  expect(await text.inputValue()).toMatch(/Itzel helps others without being asked\.$/);
  await text.fill("Itzel measures before she talks.");
  await field.getByRole("button", { name: "Keep these words for next time" }).click();
  await field.getByRole("button", { name: "Itzel measures before she talks.", exact: true }).waitFor();
  const { words } = await lectern.db.selectFrom("phrase").select("words").executeTakeFirstOrThrow();
  expect(words).toBe("{{name}} measures before she talks.");
  expect(await faultsOf(page, "room-phrases")).toEqual([]);
  await field.getByRole("button", { name: /^Forget/ }).click();
  await expect.poll(() => lectern.db.selectFrom("phrase").select("id").execute()).toEqual([]);
}, 60_000);
