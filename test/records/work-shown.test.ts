import { expect, test } from "vitest";
import { aConferenceTonight, addPiece } from "#test/portfolios/portfolio-story.ts";
import { useLectern } from "#test/support/lectern.ts";
import { endPresentation, showUnplanned, startPresentation, undoPresentation } from "#web/stage/stage.api.ts";
import { openRecord, readContent } from "#web/records/record.api.ts";

const lectern = useLectern();

test("the record names the work that was shown, in the order of the stage, each piece once", async () => {
  const { itzel, mrOkafor, conferenceId } = await aConferenceTonight(lectern);
  const named = async () => {
    const { id } = await lectern.as(mrOkafor, () => openRecord(conferenceId));
    const { core } = await lectern.as(mrOkafor, () => readContent(id));
    return core.shown.map(({ title }) => title);
  };
  expect(await named()).toEqual([]);
  const first = await lectern.as(itzel, () => startPresentation(conferenceId, false));
  expect(await named()).toEqual(["Cranes, Pier 9", "The creek", "The letters"]);
  await lectern.as(itzel, () => undoPresentation(first.id));
  expect(await named()).toEqual([]);
  const second = await lectern.as(itzel, () => startPresentation(conferenceId, false));
  const asked = await addPiece(lectern, itzel, "The run log");
  await lectern.as(itzel, () => showUnplanned(second.id, { workSampleId: asked, segment: "questions" }));
  await lectern.as(itzel, () => endPresentation(second.id));
  await lectern.as(itzel, () => startPresentation(conferenceId, false));
  expect(await named()).toEqual(["Cranes, Pier 9", "The creek", "The letters", "The run log"]);
});
