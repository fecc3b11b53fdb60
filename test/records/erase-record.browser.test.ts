import { expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { addStaff } from "#test/support/people.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { sealRecord } from "#web/records/record.api.ts";
import { aRecordInTheRoom, readyToFinish } from "./record-story.ts";

const visited = useVisitors();

test("an administrator takes a record back, then erases it for good by typing its number, and sees what stays", async () => {
  const { lectern } = visited;
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  const msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  const page = await visited.openAs(msEze, `/records/${story.recordId}`);
  await page.getByText("Take the record back").click();
  await page.getByLabel("Why", { exact: true }).last().fill("It was another student’s plan");
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByText("Erase the record for good").click();
  await page.getByLabel("On which ground").selectOption({ label: "It was about another student" });
  await page.getByLabel("What was decided, by whom and when").fill("Decided by Ms. Eze on 3 December");
  const erase = page.getByRole("button", { name: "Erase it for good" });
  await page.getByLabel("Type its number, 2026-F-0001").fill("2026-F-0002");
  expect(await erase.isDisabled()).toBe(true);
  await page.getByLabel("Type its number, 2026-F-0001").fill("2026-F-0001");
  expect(await faultsOf(page, "record-erase")).toEqual([]);
  await erase.click();
  await page.getByRole("heading", { name: "Record 2026-F-0001 was erased" }).waitFor();
  await page.getByText("It was about another student").waitFor();
  expect(await faultsOf(page, "record-tombstone")).toEqual([]);
}, 90_000);
