import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { answerPromise, reportPromise, writePromise } from "#web/goals/goal.api.ts";
import { agree, aStudentWithGoal, goalsAs, promise } from "./goal-story.ts";

const lectern = useLectern();

/** Itzel's goal, agreed, with what both homes and the school might do. */
async function anAgreedGoal() {
  const { goalId, ...story } = await aStudentWithGoal(lectern);
  const { itzel, rosa, hector } = story;
  await promise(lectern, itzel, goalId, "student", "I read before I open my phone");
  await promise(lectern, itzel, goalId, "family", "No television before nine", rosa.householdId);
  await promise(lectern, itzel, goalId, "family", "A lamp at Papá’s", hector.householdId);
  await promise(lectern, itzel, goalId, "school", "The library opens at lunch");
  await agree(lectern, story);
  const promises = (await goalsAs(lectern, itzel, itzel))[0]?.promises ?? [];
  const [school, ...rest] = promises;
  const ofHome = (householdId: string) => rest.find((each) => each.householdId === householdId)?.id ?? "";
  return {
    ...story,
    goalId,
    schoolsId: school?.id ?? "",
    rosasId: ofHome(rosa.householdId),
    hectorsId: ofHome(hector.householdId),
  };
}

test("the school’s promise comes first, then home’s, then the student’s", async () => {
  const { itzel } = await anAgreedGoal();
  const [goal] = await goalsAs(lectern, itzel, itzel);
  expect(goal?.promises.map(({ side }) => side)).toEqual(["school", "family", "family", "student"]);
});

test("what the student writes for others is a proposal; her own word stands", async () => {
  const { itzel } = await anAgreedGoal();
  const [goal] = await goalsAs(lectern, itzel, itzel);
  const states = Object.fromEntries((goal?.promises ?? []).map(({ side, state }) => [side, state]));
  expect(states).toEqual({ school: "proposed", family: "proposed", student: "accepted" });
});

test("each household sees its own promise and never the other’s", async () => {
  const { itzel, rosa, hector } = await anAgreedGoal();
  const seenBy = async (reader: typeof rosa) =>
    (await goalsAs(lectern, reader, itzel))[0]?.promises.map(({ wording }) => wording);
  expect(await seenBy(rosa)).toEqual([
    "The library opens at lunch",
    "No television before nine",
    "I read before I open my phone",
  ]);
  expect(await seenBy(hector)).not.toContain("No television before nine");
});

test("only home accepts or declines home’s part", async () => {
  const { itzel, rosa, hector, mrOkafor, rosasId } = await anAgreedGoal();
  for (const person of [itzel, hector, mrOkafor])
    await expect(lectern.as(person, () => answerPromise(rosasId, "accepted"))).rejects.toMatchObject({
      status: 404,
    });
  await lectern.as(rosa, () => answerPromise(rosasId, "accepted"));
  const [goal] = await goalsAs(lectern, rosa, itzel);
  expect(goal?.promises.find(({ id }) => id === rosasId)).toMatchObject({
    state: "accepted",
    mayAnswer: true,
  });
});

test("a new proposal to home asks home again", async () => {
  const { itzel, rosa, goalId, rosasId } = await anAgreedGoal();
  await lectern.as(rosa, () => answerPromise(rosasId, "accepted"));
  await lectern.as(itzel, () =>
    writePromise(goalId, "family", {
      householdId: rosa.householdId,
      base: { wording: "No television before nine", ownerName: "", byOn: null },
      value: { wording: "No television at all", ownerName: "", byOn: null },
      language: "en",
    }),
  );
  const [goal] = await goalsAs(lectern, rosa, itzel);
  expect(goal?.promises.find(({ id }) => id === rosasId)).toMatchObject({
    wording: "No television at all",
    state: "proposed",
  });
});

test("each side tells how it went with its own promise", async () => {
  const { itzel, rosa, hector, mrOkafor, rosasId, schoolsId } = await anAgreedGoal();
  await lectern.as(mrOkafor, () => answerPromise(schoolsId, "accepted"));
  await lectern.as(mrOkafor, () =>
    reportPromise(schoolsId, { kept: "not-yet", because: "The librarian was ill in October" }),
  );
  await lectern.as(rosa, () => answerPromise(rosasId, "accepted"));
  await lectern.as(rosa, () => reportPromise(rosasId, { kept: "kept", because: "" }));
  for (const [person, promiseId] of [
    [itzel, schoolsId],
    [itzel, rosasId],
    [hector, rosasId],
    [rosa, schoolsId],
  ] as const)
    await expect(
      lectern.as(person, () => reportPromise(promiseId, { kept: "kept", because: "" })),
    ).rejects.toMatchObject({ status: 404 });
  const [goal] = await goalsAs(lectern, itzel, itzel);
  const told = (goal?.promises ?? []).filter(({ kept }) => kept !== null).map(({ id, kept }) => [id, kept]);
  expect(told).toEqual([
    [schoolsId, "not-yet"],
    [rosasId, "kept"],
  ]);
});

test("what was only proposed cannot be reported", async () => {
  const { rosa, rosasId } = await anAgreedGoal();
  await expect(
    lectern.as(rosa, () => reportPromise(rosasId, { kept: "kept", because: "" })),
  ).rejects.toMatchObject({ code: "promise-not-accepted" });
});

test("two devices write a promise’s owner and day at once, and both stay", async () => {
  const { itzel, goalId } = await aStudentWithGoal(lectern);
  const base = { wording: "I read before breakfast", ownerName: "", byOn: null };
  await promise(lectern, itzel, goalId, "student", base.wording);
  const write = (value: typeof base | { wording: string; ownerName: string; byOn: string | null }) =>
    lectern.as(itzel, () =>
      writePromise(goalId, "student", { householdId: null, base, value, language: "en" }),
    );
  await Promise.all([write({ ...base, ownerName: "Itzel" }), write({ ...base, byOn: "2026-12-01" })]);
  const [goal] = await goalsAs(lectern, itzel, itzel);
  expect(goal?.promises).toMatchObject([{ ...base, ownerName: "Itzel", byOn: "2026-12-01" }]);
});

test("two devices write the same words differently, and the slower hears of it", async () => {
  const { itzel, goalId } = await aStudentWithGoal(lectern);
  await promise(lectern, itzel, goalId, "student", "I read before breakfast");
  await expect(promise(lectern, itzel, goalId, "student", "I read at night")).rejects.toMatchObject({
    code: "stale",
    field: "wording",
    current: { wording: "I read before breakfast" },
  });
});

test("a student with two homes must say whose home will do it", async () => {
  const { itzel, goalId } = await aStudentWithGoal(lectern);
  await expect(promise(lectern, itzel, goalId, "family", "A lamp")).rejects.toMatchObject({
    status: 400,
    field: "householdId",
  });
});
