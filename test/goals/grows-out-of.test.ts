import { expect, test } from "vitest";
import { addResult } from "#test/support/numbers.ts";
import { useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { aPiece } from "#test/work-samples/pieces.ts";
import { reviseGoal } from "#web/goals/goal.api.ts";
import { addWorkSample, archiveWorkSample } from "#web/work-samples/work-sample.api.ts";
import { agree, aStudentWithGoal, goalsAs } from "./goal-story.ts";

const lectern = useLectern();

const growsOutOf = (student: Person, goalId: string, value: string | null, base: string | null = null) =>
  lectern.as(student, () => reviseGoal(goalId, { field: "about", base, value }));

const aboutAs = async (reader: Person, student: Person) =>
  (await goalsAs(lectern, reader, student))[0]?.about;

test("a goal grows out of a piece, then out of a result, and of nothing again", async () => {
  const { itzel, goalId } = await aStudentWithGoal(lectern);
  const { id: pieceId } = await lectern.as(itzel, () => addWorkSample(aPiece()));
  const resultId = await addResult(lectern.db, itzel, { area: "math" });
  await growsOutOf(itzel, goalId, `piece:${pieceId}`);
  expect(await aboutAs(itzel, itzel)).toMatchObject({ kind: "piece", id: pieceId, title: aPiece().title });
  await growsOutOf(itzel, goalId, `result:${resultId}`, `piece:${pieceId}`);
  expect(await aboutAs(itzel, itzel)).toEqual({
    kind: "result",
    id: resultId,
    area: "math",
    test: "MAP Growth",
  });
  await growsOutOf(itzel, goalId, null, `result:${resultId}`);
  expect(await aboutAs(itzel, itzel)).toBeNull();
});

test("a draft she shared with nobody is not named to her family or her adviser; the result is", async () => {
  const story = await aStudentWithGoal(lectern);
  const { itzel, mrOkafor, rosa, goalId } = story;
  const { id: pieceId } = await lectern.as(itzel, () => addWorkSample(aPiece({ sharedWithAdviser: false })));
  await growsOutOf(itzel, goalId, `piece:${pieceId}`);
  expect(await aboutAs(mrOkafor, itzel)).toBeNull();
  await agree(lectern, story);
  expect(await aboutAs(rosa, itzel)).toBeNull();
  const resultId = await addResult(lectern.db, itzel, { area: "math" });
  await growsOutOf(itzel, goalId, `result:${resultId}`, `piece:${pieceId}`);
  expect(await aboutAs(rosa, itzel)).toMatchObject({ kind: "result" });
});

test("somebody else’s piece or result is none to grow out of", async () => {
  const { itzel, kofi, goalId } = await aStudentWithGoal(lectern);
  const { id: pieceId } = await lectern.as(kofi, () => addWorkSample(aPiece()));
  const resultId = await addResult(lectern.db, kofi, { area: "math" });
  for (const about of [`piece:${pieceId}`, `result:${resultId}`, `result:${goalId}`])
    await expect(growsOutOf(itzel, goalId, about)).rejects.toMatchObject({ status: 400, field: "about" });
});

test("a piece put away leaves the goal standing", async () => {
  const { itzel, goalId } = await aStudentWithGoal(lectern);
  const { id: pieceId } = await lectern.as(itzel, () => addWorkSample(aPiece()));
  await growsOutOf(itzel, goalId, `piece:${pieceId}`);
  await lectern.as(itzel, () => archiveWorkSample(pieceId));
  expect(await goalsAs(lectern, itzel, itzel)).toHaveLength(1);
});
