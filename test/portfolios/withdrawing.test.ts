import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addStaff, type Person } from "#test/support/people.ts";
import { listChanges } from "#web/audit/audit.api.ts";
import { readReview } from "#web/reviews/review.api.ts";
import {
  listShownParts,
  restoreItem,
  restorePresentation,
  withdrawItem,
  withdrawPresentation,
} from "#web/shown/shown.api.ts";
import { openItem } from "#web/mentors/mentor.api.ts";
import { endPresentation, readPresentation, startPresentation } from "#web/stage/stage.api.ts";
import { approvedMentor, aStudentWhoShowed } from "../mentors/mentor-story.ts";
import { aConferenceTonight, addFile } from "./portfolio-story.ts";

const lectern = useLectern();

/** Itzel showed her wall, and it is over. */
async function anEveningShown() {
  const story = await aConferenceTonight(lectern);
  const { id } = await lectern.as(story.itzel, () => startPresentation(story.conferenceId, true));
  await lectern.as(story.itzel, () => endPresentation(id));
  const administrator = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  return { ...story, administrator, presentationId: id };
}
const seen = (person: Person, id: string) => lectern.as(person, () => readPresentation(id));
const hide = (person: Person, id: string, because = "It was the wrong portfolio") =>
  lectern.as(person, () => withdrawPresentation(id, because));
const showAgain = (person: Person, id: string, because = "It was the right one after all") =>
  lectern.as(person, () => restorePresentation(id, because));

test("a whole presentation is hidden at once from the family, and the student learns by whom and why", async () => {
  const { itzel, rosa, mrOkafor, administrator, presentationId } = await anEveningShown();
  expect((await seen(rosa, presentationId)).items).toHaveLength(3);
  await hide(mrOkafor, presentationId);
  await expect(seen(rosa, presentationId)).rejects.toMatchObject({ status: 404 });
  const hidden = { by: mrOkafor.name, because: "It was the wrong portfolio" };
  for (const knows of [itzel, mrOkafor])
    expect(await seen(knows, presentationId)).toMatchObject({ state: "withdrawn", items: [], hidden });
  const kept = await seen(administrator, presentationId);
  expect(kept).toMatchObject({ state: "withdrawn", hidden, mayWithdraw: true });
  expect(kept.items).toHaveLength(3);
});

test("a mentor to whom a piece was opened does not see it any more, and does again when it is shown again", async () => {
  const story = await aStudentWhoShowed(lectern);
  const mentor = await approvedMentor(lectern, story);
  const { itzel, mrOkafor, presentationId, items } = story;
  await lectern.as(itzel, () => openItem(itzel.personId, mentor.personId, items.work));
  expect((await seen(mentor, presentationId)).items).toHaveLength(1);
  await hide(mrOkafor, presentationId);
  await expect(seen(mentor, presentationId)).rejects.toMatchObject({ status: 404 });
  await showAgain(mrOkafor, presentationId);
  expect((await seen(mentor, presentationId)).items).toHaveLength(1);
});

test("the family’s page says that what was shown is taken back, and neither who nor why", async () => {
  const story = await aStudentWhoShowed(lectern);
  const { rosa, mrOkafor, conferenceId, presentationId } = story;
  await hide(mrOkafor, presentationId);
  const review = await lectern.as(rosa, () => readReview(conferenceId));
  expect(review).toMatchObject({ presentationIds: [], shownWithdrawn: true });
  expect(JSON.stringify(review)).not.toContain("wrong portfolio");
});

test("shown again, everything is as it was, with its digest; what is hidden by itself stays hidden", async () => {
  const { itzel, rosa, mrOkafor, administrator, presentationId } = await anEveningShown();
  const before = await seen(rosa, presentationId);
  const [first] = before.items;
  await lectern.as(mrOkafor, () => withdrawItem(first?.id ?? "", "A classmate can be recognized in it"));
  await hide(mrOkafor, presentationId);
  await showAgain(administrator, presentationId);
  const after = await seen(rosa, presentationId);
  expect(after).toMatchObject({ state: "ended", digest: before.digest, hidden: null });
  expect(after.items).toEqual(before.items.slice(1));
  expect((await seen(itzel, presentationId)).withdrawn).toMatchObject([
    { id: first?.id, details: { kind: "work", by: mrOkafor.name } },
  ]);
});

test("one thing that was taken back is shown again, and every step is kept with its reason", async () => {
  const { itzel, rosa, mrOkafor, administrator, presentationId } = await anEveningShown();
  const item = (await seen(rosa, presentationId)).items[0]?.id ?? "";
  await lectern.as(mrOkafor, () => withdrawItem(item, "A classmate can be recognized in it"));
  expect((await seen(rosa, presentationId)).items).toHaveLength(2);
  await lectern.as(administrator, () => restoreItem(item, "The classmate said yes"));
  expect((await seen(rosa, presentationId)).items).toHaveLength(3);
  await expect(lectern.as(administrator, () => restoreItem(item, "Again"))).rejects.toMatchObject({
    code: "not-withdrawn",
  });
  await hide(administrator, presentationId);
  await showAgain(administrator, presentationId);
  const { changes } = await lectern.as(administrator, () => listChanges(itzel.personId));
  const why = "It was the wrong portfolio";
  expect(
    changes
      .filter(({ kind }) => kind === "shown")
      .map(({ by, field, old, new: now }) => [by, field, old, now]),
  ).toEqual([
    [administrator.name, "shown again", why, "It was the right one after all"],
    [administrator.name, "hidden", null, why],
    [administrator.name, "shown again", "A classmate can be recognized in it", "The classmate said yes"],
    [mrOkafor.name, "hidden", null, "A classmate can be recognized in it"],
  ]);
});

test("what runs is ended before it is hidden; what is hidden is not hidden twice, nor shown when it was never hidden", async () => {
  const { itzel, mrOkafor, conferenceId } = await aConferenceTonight(lectern);
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  await expect(hide(mrOkafor, id)).rejects.toMatchObject({ code: "presentation-open" });
  await lectern.as(itzel, () => endPresentation(id));
  await expect(showAgain(mrOkafor, id)).rejects.toMatchObject({ code: "not-withdrawn" });
  await hide(mrOkafor, id);
  await expect(hide(mrOkafor, id)).rejects.toMatchObject({ code: "already-withdrawn" });
  await expect(hide(mrOkafor, id, " ")).rejects.toMatchObject({ status: 400 });
});

test("student, family and classmates hide nothing; those who know find it in the list of parts, families do not", async () => {
  const { itzel, rosa, kofi, mrOkafor, conferenceId, presentationId } = await anEveningShown();
  for (const person of [itzel, rosa, kofi])
    await expect(hide(person, presentationId)).rejects.toMatchObject({ status: 404 });
  await hide(mrOkafor, presentationId);
  for (const person of [itzel, rosa])
    await expect(showAgain(person, presentationId)).rejects.toMatchObject({ status: 404 });
  const parts = (person: Person) => lectern.as(person, () => listShownParts(conferenceId));
  expect((await parts(itzel)).presentations).toMatchObject([{ state: "withdrawn" }]);
  expect((await parts(rosa)).presentations).toEqual([]);
});

test("files of a hidden presentation are closed with it", async () => {
  const { itzel, rosa, mrOkafor, presentationId } = await anEveningShown();
  const fileId = await addFile(lectern, itzel);
  const { id: itemId } = (await seen(rosa, presentationId)).items[0] ?? { id: "" };
  await lectern.db
    .insertInto("presentationFile")
    .values({ districtId: itzel.districtId, presentationItemId: itemId, fileId })
    .execute();
  const status = async () => {
    const cookie = await lectern.cookieOf(rosa);
    return (
      await lectern.app.inject({ url: `/api/files/${fileId}/preview/small`, headers: { cookie } })
    ).json<{
      detail: string;
      code: string;
    }>().code;
  };
  const open = await status();
  await hide(mrOkafor, presentationId);
  expect(await status()).toBe("not-found");
  await showAgain(mrOkafor, presentationId);
  expect(await status()).toBe(open);
});
