import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import {
  makeSection,
  movePiece,
  moveSection,
  notePiece,
  removeSection,
  renameSection,
} from "#web/portfolios/portfolio.api.ts";
import { endPresentation, openStage, readPresentation, startPresentation } from "#web/stage/stage.api.ts";
import { aConferenceTonight, titlesOn, wallAs } from "./portfolio-story.ts";

const lectern = useLectern();

async function aStudentWithOwnSection(after: string | null = "proud") {
  const story = await aConferenceTonight(lectern);
  const { itzel, portfolioId } = story;
  const { id } = await lectern.as(itzel, () => makeSection(portfolioId, { name: "What I build", after }));
  const key = `own-${id}`;
  const keys = async () =>
    (await wallAs(lectern, itzel, itzel)).portfolio?.sections.map((section) => section.key) ?? [];
  return { ...story, sectionId: id, key, keys };
}

test("a section of her own stands where she puts it, has a name and minutes, and asks for nothing", async () => {
  const { itzel, key, sectionId, keys } = await aStudentWithOwnSection();
  expect(await keys()).toEqual(["proud", key, "growth", "skill"]);
  await lectern.as(itzel, () => moveSection(sectionId, "skill"));
  expect(await keys()).toEqual(["proud", "growth", "skill", key]);
  await lectern.as(itzel, () => moveSection(sectionId, null));
  expect(await keys()).toEqual([key, "proud", "growth", "skill"]);
  const { portfolio } = await wallAs(lectern, itzel, itzel);
  expect(portfolio?.sections[0]).toMatchObject({ own: { name: "What I build" }, required: 0 });
  expect(portfolio?.sections[0]?.minutes).toBeGreaterThan(0);
  expect(portfolio?.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
});

test("two sections of her own keep their order among the others", async () => {
  const { itzel, portfolioId, key, keys } = await aStudentWithOwnSection();
  const { id } = await lectern.as(itzel, () => makeSection(portfolioId, { name: "My team", after: key }));
  expect(await keys()).toEqual(["proud", key, `own-${id}`, "growth", "skill"]);
  await lectern.as(itzel, () => moveSection(id, "proud"));
  expect(await keys()).toEqual(["proud", `own-${id}`, key, "growth", "skill"]);
});

test("a removed section loses no piece: what hung in it hangs in the part before", async () => {
  const { itzel, creek, key, sectionId } = await aStudentWithOwnSection();
  await lectern.as(itzel, () => movePiece(creek.itemId, { section: key, after: null }));
  expect(titlesOn(await wallAs(lectern, itzel, itzel))).toMatchObject({ [key]: ["The creek"] });
  await lectern.as(itzel, () => removeSection(sectionId));
  const titles = titlesOn(await wallAs(lectern, itzel, itzel));
  expect(Object.keys(titles)).toEqual(["proud", "growth", "skill"]);
  expect(titles["proud"]?.toSorted()).toEqual(["Cranes, Pier 9", "The creek"]);
});

test("what is shown in her own section is kept under its name", async () => {
  const { itzel, rosa, creek, key, conferenceId } = await aStudentWithOwnSection();
  await lectern.as(itzel, () => movePiece(creek.itemId, { section: key, after: null }));
  const stage = await lectern.as(itzel, () => openStage(conferenceId));
  expect(stage.agenda[2]).toMatchObject({ key, name: "What I build" });
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  await lectern.as(itzel, () => endPresentation(id));
  const { items } = await lectern.as(rosa, () => readPresentation(id));
  expect(items.map(({ shown }) => shown)).toContainEqual(
    expect.objectContaining({ title: "The creek", sectionName: "What I build" }),
  );
});

test("the name is changed field by field; nobody else touches her sections, and six are enough", async () => {
  const { itzel, kofi, mrOkafor, portfolioId, sectionId } = await aStudentWithOwnSection();
  const rename = (base: string, value: string) =>
    lectern.as(itzel, () => renameSection(sectionId, { field: "name", base, value }));
  await rename("What I build", "What I build at home");
  await expect(rename("What I build", "Robots")).rejects.toMatchObject({
    code: "stale",
    current: "What I build at home",
  });
  for (const person of [kofi, mrOkafor])
    await expect(lectern.as(person, () => removeSection(sectionId))).rejects.toMatchObject({ status: 404 });
  const another = () => lectern.as(itzel, () => makeSection(portfolioId, { name: "One more", after: null }));
  for (let made = 1; made < 6; made++) await another();
  await expect(another()).rejects.toMatchObject({ status: 409, code: "too-many-sections" });
});

test("only what she wrote can be shown, without the piece, and only what she did write", async () => {
  const { itzel, rosa, creek, conferenceId } = await aConferenceTonight(lectern);
  const only = (base: string | null, value: string | null) =>
    lectern.as(itzel, () => notePiece(creek.itemId, { field: "prompt", base, value }));
  await expect(only(null, "another-week")).rejects.toMatchObject({ status: 400, field: "prompt" });
  await only(null, "proof");
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  await lectern.as(itzel, () => endPresentation(id));
  const { items } = await lectern.as(rosa, () => readPresentation(id));
  expect(items[1]?.shown).toMatchObject({
    kind: "reflection",
    title: "The creek",
    answer: "The water in The creek",
  });
  expect(items[1]?.shown).not.toHaveProperty("versions");
});
