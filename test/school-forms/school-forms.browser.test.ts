import { expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { addStaff } from "#test/support/people.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { sealRecord } from "#web/records/record.api.ts";
import { aRecordInTheRoom, readyToFinish } from "../records/record-story.ts";
import { aDistrictForm } from "#server/demo-school/district-form.ts";

const visited = useVisitors();

test("an administrator adds her district's form, maps what the names did not tell, tries it and puts it to use", async () => {
  const { lectern } = visited;
  const story = await aRecordInTheRoom(lectern);
  const ngozi = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  const page = await visited.openAs(ngozi, "/school");
  await page.getByText("No form of your own").waitFor();
  await page.locator("input[type=file]").setInputFiles({
    name: "HC-114.pdf",
    mimeType: "application/pdf",
    buffer: await aDistrictForm({ withScript: true }),
  });
  await page.getByRole("heading", { name: "HC-114" }).waitFor({ timeout: 30_000 });
  await page.getByText("Taken out of the file").waitFor();
  await page.getByRole("img", { name: "Page 1 of the form" }).waitFor();
  await page.getByLabel("What goes into “Office use only”").selectOption({ label: "Number of the record" });
  await page.getByText("Saved").waitFor();
  expect(await faultsOf(page, "school-form")).toEqual([]);
  await page.getByRole("button", { name: "Page 2 of 2" }).click();
  expect(await page.getByLabel("Which row goes into “Goal 2”").inputValue()).toBe("2");
  await page.getByRole("button", { name: "Try it with long texts" }).click();
  await page.getByText("too small for long texts").waitFor();
  expect(await faultsOf(page, "school-form-tried")).toEqual([]);
  await page.getByRole("button", { name: "Use this form" }).click();
  await page.getByText("Finished records come on this form.").waitFor();
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  const adviser = await visited.openAs(story.mrOkafor, `/records/${story.recordId}`);
  await adviser.getByRole("link", { name: "On the school’s form" }).waitFor();
  await page.goto("/school", { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "HC-114" }).waitFor();
  expect(await faultsOf(page, "school-forms-listed")).toEqual([]);
}, 120_000);
