import { expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { aRecordInTheRoom, readyToFinish, write } from "./record-story.ts";

const visited = useVisitors();

test("before finishing an adviser sees what Rosa cannot read yet, and writes what the interpreter said", async () => {
  const { lectern } = visited;
  const story = await aRecordInTheRoom(lectern);
  await write(lectern, story.mrOkafor, story, "concerns", "The bus leaves before tutoring ends");
  await readyToFinish(lectern, story);
  await lectern.db
    .updateTable("person")
    .set({ language: "es" })
    .where("id", "=", story.rosa.personId)
    .execute();
  const page = await visited.openAs(story.mrOkafor, `/room/${story.conferenceId}`);
  await page.getByText(/^Not yet in Spanish/).click();
  const concern = page.getByRole("listitem").filter({ hasText: "The bus leaves before tutoring ends" });
  await concern.getByLabel("In Spanish").fill("El autobús sale antes de que termine la tutoría");
  await concern.getByText(/^Translated by .*Daniel Okafor/).waitFor();
  expect(await faultsOf(page, "room-translations")).toEqual([]);
  const { words } = await lectern.db
    .selectFrom("recordTranslation")
    .select("words")
    .executeTakeFirstOrThrow();
  expect(words).toBe("El autobús sale antes de que termine la tutoría");
}, 90_000);
