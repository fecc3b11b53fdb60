import { expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { addClass, addStaff } from "#test/support/people.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { sealRecord } from "#web/records/record.api.ts";
import { aRecordInTheRoom, readyToFinish } from "../records/record-story.ts";

const visited = useVisitors();

test("a question asked in the room comes to its teacher, and her answer to the adviser", async () => {
  const { lectern } = visited;
  const story = await aRecordInTheRoom(lectern);
  const msMoss = await addStaff(story.school, "Astrid Moss", ["teacher"]);
  await addClass(story.school, msMoss, [story.itzel]);
  const room = await visited.openAs(story.mrOkafor, `/room/${story.conferenceId}`);
  await room.getByRole("button", { name: "Ask a teacher" }).click();
  await room.getByLabel("What to ask").fill("May she hand the lab report in again?");
  const saved = () =>
    lectern.db.selectFrom("recordField").select("field").where("field", "like", "teachers.%").execute();
  await expect.poll(saved).toHaveLength(1);
  expect(await faultsOf(room, "room-teachers")).toEqual([]);
  await room.close();
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));

  const page = await visited.openAs(msMoss, "/follow-up");
  await page.getByRole("link", { name: "1 question from a conference waits for you" }).click();
  await page.getByText("May she hand the lab report in again?").waitFor();
  await page.getByLabel("Your answer").fill("Yes, until Friday.");
  expect(await faultsOf(page, "teacher-question")).toEqual([]);
  await page.getByRole("button", { name: "Send the answer" }).click();
  await page.getByRole("button", { name: "Change the answer" }).waitFor();
  const hers = await visited.openAs(story.mrOkafor, "/teacher-questions");
  await hers.getByText("Yes, until Friday.").waitFor();
}, 90_000);
