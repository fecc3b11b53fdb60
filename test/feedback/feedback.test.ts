import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { aPiece, makeCoAuthor } from "#test/work-samples/pieces.ts";
import {
  giveFeedback,
  listFeedback,
  markFeedbackSeen,
  reviseFeedback,
  takeBackFeedback,
} from "#web/feedback/feedback.api.ts";
import { addWorkSample, editWorkSample, listWorkSamples } from "#web/work-samples/work-sample.api.ts";

const lectern = useLectern();

async function aSharedPiece(): Promise<Story & { pieceId: string }> {
  const story = await aStudentWithAdviser(lectern.db);
  const { id } = await lectern.as(story.itzel, () => addWorkSample(aPiece({ sharedWithAdviser: true })));
  return { ...story, pieceId: id };
}

const says = (who: Person, pieceId: string, words: string) =>
  lectern.as(who, () => giveFeedback(pieceId, { words, language: "en" }));
const heard = async (who: Person, pieceId: string) =>
  (await lectern.as(who, () => listFeedback(pieceId))).feedback;
const newOnShelf = async ({ itzel }: Story) =>
  (await lectern.as(itzel, () => listWorkSamples(itzel.personId))).workSamples.map(
    ({ newFeedback }) => newFeedback,
  );

test("her adviser says something about a piece she shared, and her shelf says that it is new until she was there", async () => {
  const story = await aSharedPiece();
  const { itzel, mrOkafor, pieceId } = story;
  await says(mrOkafor, pieceId, "What happens between 3 pm and 5 am?");
  expect(await newOnShelf(story)).toEqual([1]);
  expect(await heard(itzel, pieceId)).toMatchObject([
    { authorName: "Daniel Okafor", words: "What happens between 3 pm and 5 am?", isMine: false, isNew: true },
  ]);
  await lectern.as(itzel, () => markFeedbackSeen(pieceId));
  expect(await newOnShelf(story)).toEqual([0]);
  expect(await heard(itzel, pieceId)).toMatchObject([{ isNew: false }]);
});

test("what he said he can say differently or take back; another tab that is behind is told", async () => {
  const { mrOkafor, pieceId } = await aSharedPiece();
  const { id } = await says(mrOkafor, pieceId, "Good.");
  const revise = (base: string, value: string) =>
    lectern.as(mrOkafor, () => reviseFeedback(id, { base, value, language: "en" }));
  await revise("Good.", "Good. Show me the night.");
  await expect(revise("Good.", "Fine.")).rejects.toMatchObject({
    status: 409,
    code: "stale",
    current: "Good. Show me the night.",
  });
  await expect(revise("Good. Show me the night.", "  ")).rejects.toMatchObject({ status: 400 });
  await lectern.as(mrOkafor, () => takeBackFeedback(id));
  expect(await heard(mrOkafor, pieceId)).toEqual([]);
  await expect(lectern.as(mrOkafor, () => takeBackFeedback(id))).rejects.toMatchObject({ status: 404 });
});

test("a piece that is not shared any more takes no more words, and what was said stays hers to read", async () => {
  const { itzel, mrOkafor, pieceId } = await aSharedPiece();
  await says(mrOkafor, pieceId, "Good.");
  await lectern.as(itzel, () =>
    editWorkSample(pieceId, { field: "sharedWithAdviser", base: true, value: false }),
  );
  await expect(says(mrOkafor, pieceId, "And?")).rejects.toMatchObject({ status: 404 });
  await expect(heard(mrOkafor, pieceId)).rejects.toMatchObject({ status: 404 });
  expect(await heard(itzel, pieceId)).toHaveLength(1);
});

test("neither a co-author nor her family reads what is said between her and her adviser", async () => {
  const { school, kofi, rosa, mrOkafor, pieceId } = await aSharedPiece();
  await makeCoAuthor(school, pieceId, kofi);
  await says(mrOkafor, pieceId, "Good.");
  for (const other of [kofi, rosa])
    await expect(heard(other, pieceId)).rejects.toMatchObject({ status: 404 });
});
