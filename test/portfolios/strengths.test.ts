import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { chooseForStage, openPortfolio, readPreview } from "#web/portfolios/portfolio.api.ts";
import { endPresentation, openStage, readPresentation, startPresentation } from "#web/stage/stage.api.ts";
import type { Shown } from "#web/stage/stage.api.ts";
import { writeStatement } from "#web/statements/statement.api.ts";
import { aConferenceTonight } from "./portfolio-story.ts";

const lectern = useLectern();
const said = "I ask again. I explain to people older than me.";

const says = (student: Person, base: string, value: string, language = "en") =>
  lectern.as(student, () => writeStatement(student.personId, { field: "strengths", base, value, language }));
const strengthsIn = (items: { shown: Shown }[]) =>
  items.flatMap(({ shown }) => (shown.kind === "strengths" ? shown : []));

test("what she says she does well stands on the stage after her proud work and before promises and results", async () => {
  const { itzel, conferenceId } = await aConferenceTonight(lectern);
  await says(itzel, "", said);
  const { items, agenda } = await lectern.as(itzel, () => openStage(conferenceId));
  const [shown] = strengthsIn(items);
  expect(shown).toMatchObject({ schemaVersion: 2, segment: "strengths", words: said, language: "en" });
  const order = agenda.map(({ key }) => key);
  expect(order.indexOf("strengths")).toBeGreaterThan(order.indexOf("proud"));
  expect(order.indexOf("strengths")).toBeLessThan(order.indexOf("promises"));
  expect(items.findIndex((item) => item.shown === shown)).toBe(3); // after the three pieces
});

test("where none are written, or only spaces, nothing is shown and nothing is missing", async () => {
  const { itzel, portfolioId, conferenceId } = await aConferenceTonight(lectern);
  await says(itzel, "", "  \n ");
  const { items } = await lectern.as(itzel, () => openStage(conferenceId));
  expect(strengthsIn(items)).toEqual([]);
  const preview = await lectern.as(itzel, () => readPreview(portfolioId));
  expect(strengthsIn(preview.items)).toEqual([]);
});

test("what was shown of it is kept as it was, whatever she writes afterwards", async () => {
  const { itzel, rosa, mrOkafor, conferenceId } = await aConferenceTonight(lectern);
  await says(itzel, "", said, "es");
  const { id } = await lectern.as(mrOkafor, () => startPresentation(conferenceId, true));
  await says(itzel, said, "Something else");
  await lectern.as(itzel, () => endPresentation(id));
  const { items } = await lectern.as(rosa, () => readPresentation(id));
  expect(strengthsIn(items)).toMatchObject([{ words: said, language: "es" }]);
});

test("she may leave it off the stage, and then her family does not read it either", async () => {
  const { itzel, rosa, portfolioId, conferenceId } = await aConferenceTonight(lectern);
  await says(itzel, "", said);
  const { portfolio } = await lectern.as(itzel, () => openPortfolio(itzel.personId));
  const thing = portfolio?.things.find(({ shown }) => shown.kind === "strengths")?.thing ?? "";
  await lectern.as(itzel, () => chooseForStage(portfolioId, { thing, isOnStage: false }));
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  await lectern.as(itzel, () => endPresentation(id));
  expect(strengthsIn((await lectern.as(rosa, () => readPresentation(id))).items)).toEqual([]);
});

test("a presentation that was kept before there were strengths opens and ends as it was", async () => {
  const { itzel, rosa, conferenceId } = await aConferenceTonight(lectern);
  const { id } = await lectern.as(itzel, () => startPresentation(conferenceId, true));
  await says(itzel, "", said);
  const { items } = await lectern.as(itzel, () => openStage(conferenceId));
  expect(items.every(({ shown }) => shown.schemaVersion === 1)).toBe(true);
  const { digest } = await lectern.as(itzel, () => endPresentation(id));
  expect(await lectern.as(rosa, () => readPresentation(id))).toMatchObject({ digest, state: "ended" });
});
