import { expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { addStaff } from "#test/support/people.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { pdfAddress, sealRecord } from "#web/records/record.api.ts";
import { fetchPdf } from "../records/pdf-words.ts";
import { aRecordInTheRoom, readyToFinish } from "../records/record-story.ts";

const visited = useVisitors();

test("an adviser adds to the page for home, keeps what she will hand out again, and the family finds it all", async () => {
  const { lectern } = visited;
  const story = await aRecordInTheRoom(lectern);
  const head = await addStaff(story.school, "Dolores Whitfield", ["school-administrator"]);
  const school = await visited.openAs(head, "/school");
  await school.getByLabel("In English").fill("Mondays we plan the week.");
  await school.getByLabel("In Español").fill("Los lunes planeamos la semana.");
  await expect
    .poll(() => lectern.db.selectFrom("classGuide").select("words").orderBy("language").execute())
    .toEqual([{ words: "Mondays we plan the week." }, { words: "Los lunes planeamos la semana." }]);
  expect(await faultsOf(school, "school-class-guide")).toEqual([]);

  const revision = await readyToFinish(lectern, story);
  const room = await visited.openAs(story.mrOkafor, `/room/${story.conferenceId}`);
  await room.getByText("Page for home").click();
  await room.getByRole("button", { name: "Ask a question of your own" }).click();
  await room.getByLabel("Question 1", { exact: true }).last().fill("Which theorem would you put on a wall?");
  await room.getByRole("button", { name: "Write an idea for a goal" }).click();
  await room.getByLabel("What they can do at home").fill("Measure the kitchen and find its diagonal.");
  await room.getByRole("button", { name: "Add a resource" }).click();
  await room.getByLabel("Name", { exact: true }).last().fill("Homework room");
  await room.getByLabel("What it is good for").fill("Quiet, with a tutor");
  await room.getByLabel("Where: web address, place or phone").fill("https://homework.example.org/room");
  await room.getByRole("button", { name: "Keep for other students" }).click();
  await expect
    .poll(() => lectern.db.selectFrom("resource").select(["title", "about"]).execute())
    .toEqual([{ title: "Homework room", about: "Quiet, with a tutor" }]);
  await expect
    .poll(() =>
      lectern.db.selectFrom("recordField").select("field").where("field", "like", "resources.%").execute(),
    )
    .toHaveLength(1);
  expect(await faultsOf(room, "room-page-for-home")).toEqual([]);
  expect(revision).toBeGreaterThan(0);
}, 90_000);

test("a family reads the page for home where it looks back on the conference", async () => {
  const { lectern } = visited;
  const story = await aRecordInTheRoom(lectern);
  const revision = await readyToFinish(lectern, story);
  await lectern.as(story.mrOkafor, () => sealRecord(story.recordId, revision));
  const page = await visited.openAs(story.rosa, `/review/${story.conferenceId}`);
  const home = page.getByRole("region", { name: "En casa" });
  await home.getByText("Tres preguntas para conversar").waitFor();
  expect(await home.getByRole("listitem").count()).toBeGreaterThanOrEqual(3);
  expect(await faultsOf(page, "review-at-home")).toEqual([]);
  for (const language of ["en", "ar"])
    await fetchPdf(lectern, story.rosa, pdfAddress(story.recordId, language), `at-home-${language}`);
}, 60_000);
