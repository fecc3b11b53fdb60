import { expect, test } from "vitest";
import { useVisitors } from "#test/support/visitors.ts";
import { aRecordInTheRoom } from "./record-story.ts";

const visited = useVisitors();

test("whoever adds a goal on slow wifi and types on writes in that goal, and makes no second one", async () => {
  const { lectern } = visited;
  const story = await aRecordInTheRoom(lectern);
  const page = await visited.openAs(story.mrOkafor, `/room/${story.conferenceId}`);
  await page.route("**/api/goals", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await route.continue();
  });
  await page.getByRole("button", { name: "Goal 1" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel(/will achieve/).waitFor();
  await page.keyboard.type("Raise Geometry to a B", { delay: 20 });
  const goals = () => lectern.db.selectFrom("goal").select("wording").execute();
  await expect.poll(goals, { timeout: 10_000 }).toEqual([{ wording: "Raise Geometry to a B" }]);
}, 60_000);
