import { expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { aGoalWithBothSides, aRecordInTheRoom } from "./record-story.ts";

const visited = useVisitors();

test("an adviser puts a goal into what she writes by typing, never leaving the field, and notes who said it", async () => {
  const { lectern } = visited;
  const story = await aRecordInTheRoom(lectern);
  await aGoalWithBothSides(lectern, story);
  const page = await visited.openAs(story.mrOkafor, `/room/${story.conferenceId}`);
  const concerns = page.locator('[data-field="concerns"]').getByRole("textbox");
  await concerns.click();
  await page.keyboard.type("Worried about @geo");
  const list = page.getByRole("listbox", { name: "Put in" });
  await list.getByRole("option", { name: /Raise Geometry to a B/ }).waitFor();
  expect(await faultsOf(page, "room-insert")).toEqual([]);
  await concerns.click();
  await page.keyboard.press("End");
  await page.keyboard.type("m");
  await page.keyboard.press("Enter");
  expect(await concerns.inputValue()).toBe("Worried about “Raise Geometry to a B” ");
  await list.waitFor({ state: "hidden" });
  await page.getByLabel("Said by").selectOption({ label: "Rosa Duarte" });
  const saved = () =>
    lectern.db
      .selectFrom("recordField")
      .select(["field", "value"])
      .where("field", "in", ["concerns", "concernsBy"])
      .orderBy("field")
      .execute();
  await expect.poll(saved).toEqual([
    { field: "concerns", value: "Worried about “Raise Geometry to a B” " },
    { field: "concernsBy", value: "Rosa Duarte" },
  ]);
}, 60_000);
