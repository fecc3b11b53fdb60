import { uuidv7 } from "uuidv7";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { addGuardian, addStudent, type Person } from "#test/support/people.ts";
import { arrangeConference } from "#test/support/story.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { checkIn } from "#web/follow-up/follow-up.api.ts";
import { listGoals } from "#web/goals/goal.api.ts";
import { openItem, proposeMentor } from "#web/mentors/mentor.api.ts";
import { approvedMentor, aStudentWhoShowed, coach, type Shown } from "./mentor-story.ts";

const visitors = useVisitors();
let story: Shown;
let mentor: Person;
let newcomer: Person;

beforeAll(async () => {
  story = await aStudentWhoShowed(visitors.lectern);
  await fill(story);
}, 180_000);

/** A mentor with things open to her, a wish each way, a restricted uncle, a plan that is due. */
async function fill({ school, itzel, mrOkafor, rosa, items, conferenceId }: Shown): Promise<void> {
  const { lectern } = visitors;
  newcomer = await addStudent(school, "Bao-Anh Nguyen");
  await addGuardian(school, itzel, "Efraín Duarte", { mayAttend: false, mayInspectRecords: false });
  mentor = await approvedMentor(lectern, story);
  for (const item of [items.work, items.goal])
    await lectern.as(itzel, () => openItem(itzel.personId, mentor.personId, item));
  await lectern.as(itzel, () =>
    proposeMentor(itzel.personId, coach({ name: "Efrain Duarte", line: "Soccer coach" })),
  );
  const longName = "Wilhelmina Oluwaseun Papadimitriou-Featherstonehaugh de la Concepción";
  await lectern.as(itzel, () => proposeMentor(itzel.personId, coach({ name: longName, isMinor: true })));
  const coming = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  const { districtId } = school;
  await lectern.db
    .insertInto("participant")
    .values({ districtId, conferenceId: coming, personId: mentor.personId, part: "mentor" })
    .execute();
  await lectern.db
    .insertInto("intervention")
    .values(
      (["agreed", "reviewed"] as const).map((state, position) => ({
        districtId,
        id: uuidv7(),
        studentId: itzel.personId,
        conferenceId,
        need: "learning-gap",
        action: "Office hours for geometry, every Tuesday",
        provider: "Ms. Lindgren",
        frequency: "weekly",
        reviewOn: "2026-11-10",
        state,
        position,
      })),
    )
    .execute();
  const { goals } = await lectern.as(itzel, () => listGoals(itzel.personId));
  await lectern.as(itzel, () =>
    checkIn(goals[0]!.id, { on: "2026-11-12", line: "Two chapters this week", language: "en" }),
  );
}

/** Opens a page as somebody and looks at it by day and by night. */
async function lookAt(person: Person | null, path: string, name: string): Promise<Page> {
  const page = await visitors.openAs(person, path);
  expect.soft(await faultsOf(page, name)).toEqual([]);
  return page;
}

test("the student asks, chooses and looks back; a newcomer begins", async () => {
  const page = await lookAt(story.itzel, "/mentors", "mentors-own");
  await page.getByRole("button", { name: /^Choose what/ }).click();
  await page.getByText("The creek at night").waitFor();
  expect.soft(await faultsOf(page, "mentors-choose")).toEqual([]);
  await lookAt(story.itzel, `/goals/${story.itzel.personId}`, "thread");
  await lookAt(newcomer, "/mentors", "mentors-empty");
});

test("the adviser answers, and follows what was agreed", async () => {
  const page = await lookAt(story.mrOkafor, `/mentors/${story.itzel.personId}`, "mentors-adviser");
  await expect.poll(() => page.getByText("cannot be a mentor").count()).toBe(1);
  await lookAt(story.mrOkafor, "/follow-up", "follow-up");
  await lookAt(story.mrOkafor, "/", "adviser-home-owed");
});

test("the mother decides about numbers and the record, in Spanish", async () => {
  const page = await lookAt(story.rosa, `/mentors/${story.itzel.personId}`, "mentors-family");
  const numbers = page.getByRole("checkbox", { name: /Notas y resultados/ });
  await numbers.click();
  await page.getByText("Guardado").waitFor();
  await numbers.click();
});

test("the mentor comes in and sees what is open to her", async () => {
  await lookAt(null, "/mentor-link#a-token-that-was-never-made", "mentor-link");
  await lookAt(mentor, "/", "mentor-home");
  await lookAt(mentor, `/seen/${story.presentationId}`, "mentor-seen");
});
