import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addAdvisory, addStaff, addStudent } from "#test/support/people.ts";
import { addSchool, addSeason } from "#test/support/school.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { tonight } from "#test/conferences/given.ts";
import { addPiece, aStudentWithPortfolio } from "#test/portfolios/portfolio-story.ts";
import { arrangeConference, cancelConference, listConferences } from "#web/conferences/conference.api.ts";
import { hangPiece, notePiece, openPortfolio, takeDownPiece } from "#web/portfolios/portfolio.api.ts";
import { endPresentation, startPresentation } from "#web/stage/stage.api.ts";
import { openRecord } from "#web/records/record.api.ts";
import { changeSeason, createSeason, listSeasons, readSeason } from "#web/seasons/season.api.ts";

const lectern = useLectern();

/** The family most tests tell of, with the administrator of its school. */
async function aSchoolWithAdministrator() {
  const story = await aStudentWithAdviser(lectern.db);
  return { ...story, msEze: await addStaff(story.school, "Ngozi Eze", ["school-administrator"]) };
}
const winter = (schoolId: string, copyOf: string | null) => ({
  schoolId,
  name: "Winter conferences",
  code: "2027-W",
  startsOn: "2027-02-01",
  endsOn: "2027-02-26",
  copyOf,
});

test("a season is copied forward: length, agenda, form and advisories come along, and it begins as a plan", async () => {
  const { school, msEze, advisoryId, itzel } = await aSchoolWithAdministrator();
  const season = await lectern.as(msEze, async () => {
    await changeSeason(school.seasonId, { field: "minutes", base: 30, value: 20 });
    await changeSeason(school.seasonId, { field: "agenda", base: "default", value: "quick" });
    await changeSeason(school.seasonId, { field: "pieces", base: 6, value: 1 });
    await changeSeason(school.seasonId, { field: "advisories", base: [], value: [advisoryId] });
    const { id } = await createSeason(winter(school.schoolId, school.seasonId));
    return (await readSeason(id)).season;
  });
  expect(season).toMatchObject({
    name: "Winter conferences",
    code: "2027-W",
    minutes: 20,
    agenda: "quick",
    pieces: 1,
    recordTemplateId: null,
    advisories: [advisoryId],
    state: "draft",
  });
  const { seasons } = await lectern.as(itzel, listSeasons);
  expect(seasons.map(({ name }) => name)).toEqual(["Fall conferences"]);
});

test("a season begun anew has the usual agenda, and its days must lie in one school year", async () => {
  const { school, msEze } = await aSchoolWithAdministrator();
  await lectern.as(msEze, async () => {
    const { id } = await createSeason(winter(school.schoolId, null));
    expect((await readSeason(id)).season).toMatchObject({ minutes: 30, agenda: "default", pieces: 6 });
    const again = createSeason(winter(school.schoolId, null));
    await expect(again).rejects.toMatchObject({ status: 409, code: "season-code-taken" });
    const summer = { ...winter(school.schoolId, null), code: "2027-U", endsOn: "2027-08-01" };
    await expect(createSeason(summer)).rejects.toMatchObject({
      code: "season-outside-year",
      field: "endsOn",
    });
    await expect(createSeason({ ...summer, endsOn: "2027-01-01" })).rejects.toMatchObject({
      code: "days-not-in-order",
    });
  });
});

test("an administrator of one school plans nothing at another of the district", async () => {
  const { school, msEze } = await aSchoolWithAdministrator();
  const other = await addSchool(lectern.db, school.districtId, { name: "Chatham Road School" });
  await lectern.as(msEze, async () => {
    await expect(createSeason(winter(other.schoolId, null))).rejects.toMatchObject({ status: 404 });
    await expect(createSeason(winter(school.schoolId, other.seasonId))).rejects.toMatchObject({
      status: 404,
    });
    const change = changeSeason(other.seasonId, { field: "minutes", base: 30, value: 20 });
    await expect(change).rejects.toMatchObject({ status: 404 });
  });
});

test("two administrators change two fields and both stand; the same field tells the second what stands now", async () => {
  const { school, msEze } = await aSchoolWithAdministrator();
  const mrWhitcombe = await addStaff(school, "Alan Whitcombe", ["district-administrator"]);
  await lectern.as(msEze, () => changeSeason(school.seasonId, { field: "minutes", base: 30, value: 25 }));
  await lectern.as(mrWhitcombe, async () => {
    await changeSeason(school.seasonId, { field: "name", base: "Fall conferences", value: "Fall talks" });
    const late = changeSeason(school.seasonId, { field: "minutes", base: 30, value: 40 });
    await expect(late).rejects.toMatchObject({ status: 409, code: "stale", current: 25 });
    expect((await readSeason(school.seasonId)).season).toMatchObject({ name: "Fall talks", minutes: 25 });
  });
});

test("an agenda without the part in which somebody's work hangs is refused", async () => {
  const { school, itzel, portfolioId } = await aStudentWithPortfolio(lectern);
  const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  const workSampleId = await addPiece(lectern, itzel, "Cranes, Pier 9");
  await lectern.as(itzel, () =>
    hangPiece(portfolioId, { workSampleId, section: "growth", after: null, privateNote: "" }),
  );
  const choose = (value: string) =>
    lectern.as(msEze, () => changeSeason(school.seasonId, { field: "agenda", base: "default", value }));
  await expect(choose("quick")).rejects.toMatchObject({ status: 409, code: "agenda-in-use" });
  await expect(choose("made-up")).rejects.toMatchObject({ status: 400, field: "agenda" });
  await choose("winter-progress");
  const { portfolio } = await lectern.as(itzel, () => openPortfolio(itzel.personId));
  expect(portfolio?.sections.map(({ key }) => key)).toEqual(["proud", "growth"]);
});

test("a frozen season takes no portfolio changes, but the room still works", async () => {
  const { school, itzel, mrOkafor, portfolioId } = await aStudentWithPortfolio(lectern);
  const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  const hung = await addPiece(lectern, itzel, "Cranes, Pier 9");
  const another = await addPiece(lectern, itzel, "The creek at night");
  const { id: itemId } = await lectern.as(itzel, () =>
    hangPiece(portfolioId, { workSampleId: hung, section: "proud", after: null, privateNote: "" }),
  );
  const { id: conferenceId } = await lectern.as(mrOkafor, () => arrangeConference(tonight(school, itzel)));
  await lectern.as(msEze, () =>
    changeSeason(school.seasonId, { field: "state", base: "open", value: "frozen" }),
  );
  await lectern.as(itzel, async () => {
    const late = hangPiece(portfolioId, {
      workSampleId: another,
      section: "skill",
      after: null,
      privateNote: "",
    });
    await expect(late).rejects.toMatchObject({ status: 409, code: "season-frozen" });
    await expect(takeDownPiece(itemId)).rejects.toMatchObject({ code: "season-frozen" });
    await notePiece(itemId, { field: "privateNote", base: "", value: "Breathe" });
    expect((await openPortfolio(itzel.personId)).season).toMatchObject({ isFrozen: true });
    const { id: presentationId } = await startPresentation(conferenceId, true);
    await endPresentation(presentationId);
  });
  const record = await lectern.as(mrOkafor, () => openRecord(conferenceId));
  expect(record.state).toBe("draft");
});

test("the way is plan, open, freeze, close: no step is left out, and closing waits for what is to come", async () => {
  const { school, msEze, mrOkafor, itzel } = await aSchoolWithAdministrator();
  const move = (base: "draft" | "open" | "frozen" | "closed", value: typeof base) =>
    lectern.as(msEze, () => changeSeason(school.seasonId, { field: "state", base, value }));
  await expect(move("open", "closed")).rejects.toMatchObject({ code: "season-step-missing" });
  await move("open", "draft");
  const early = lectern.as(mrOkafor, () => arrangeConference(tonight(school, itzel)));
  await expect(early).rejects.toMatchObject({ code: "season-not-open" });
  await move("draft", "open");
  const { id } = await lectern.as(mrOkafor, () => arrangeConference(tonight(school, itzel)));
  await expect(move("open", "draft")).rejects.toMatchObject({ code: "season-begun" });
  await move("open", "frozen");
  await expect(move("frozen", "closed")).rejects.toMatchObject({ code: "season-has-conferences" });
  await lectern.as(mrOkafor, () => cancelConference(id));
  await move("frozen", "closed");
  const late = lectern.as(msEze, () =>
    changeSeason(school.seasonId, { field: "minutes", base: 30, value: 20 }),
  );
  await expect(late).rejects.toMatchObject({ code: "season-closed" });
  await expect(move("frozen", "open")).rejects.toMatchObject({ code: "stale", current: "closed" });
  await move("closed", "frozen");
});

test("only the advisories that are named take part: others keep the season that is theirs", async () => {
  const { school, msEze, itzel, mrOkafor } = await aSchoolWithAdministrator();
  const wren = await addStudent(school, "Wren Castellano-McAllister", { grade: 12 });
  const msSato = await addStaff(school, "Hana Sato");
  const seniors = await addAdvisory(school, msSato, [wren]);
  const defense = await addSeason(school, {
    code: "2026-D",
    name: "Senior defenses",
    startsOn: "2026-11-09",
    endsOn: "2026-12-18",
    state: "open",
  });
  await lectern.as(msEze, () => changeSeason(defense, { field: "advisories", base: [], value: [seniors] }));
  const wall = (person: typeof itzel) => lectern.as(person, () => openPortfolio(person.personId));
  expect((await wall(wren)).season?.name).toBe("Senior defenses");
  expect((await wall(itzel)).season?.name).toBe("Fall conferences");
  const wrong = lectern.as(mrOkafor, () => arrangeConference(tonight(school, itzel, { seasonId: defense })));
  await expect(wrong).rejects.toMatchObject({ status: 409, code: "not-in-season" });
  await lectern.as(msSato, () => arrangeConference(tonight(school, wren, { seasonId: defense })));
  expect((await lectern.as(msSato, listConferences)).led).toHaveLength(1);
  const stranger = changeSeason.bind(null, defense, {
    field: "advisories",
    base: [seniors],
    value: [defense],
  });
  await expect(lectern.as(msEze, stranger)).rejects.toMatchObject({ status: 400, field: "advisories" });
});
