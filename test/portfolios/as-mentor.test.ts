import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addResult } from "#test/support/numbers.ts";
import type { Person } from "#test/support/people.ts";
import { changeConsent, endMentorship, listMentors, openItem } from "#web/mentors/mentor.api.ts";
import { hangPiece, openPortfolio, readPreview } from "#web/portfolios/portfolio.api.ts";
import { readPresentation } from "#web/stage/stage.api.ts";
import { writeStatement } from "#web/statements/statement.api.ts";
import { approvedMentor, aStudentWhoShowed, coach } from "../mentors/mentor-story.ts";
import { addPiece } from "./portfolio-story.ts";

const lectern = useLectern();

/** Itzel, who showed something on Monday, prepares again: a piece, her strengths and a result beside the goal she agreed on. */
async function aStudentPreparing() {
  const story = await aStudentWhoShowed(lectern);
  const { itzel } = story;
  const { portfolio } = await lectern.as(itzel, () => openPortfolio(itzel.personId));
  const portfolioId = portfolio?.id ?? "";
  const workSampleId = await addPiece(lectern, itzel, "Cranes, Pier 9");
  const place = { section: "proud", after: null, privateNote: "Secret" };
  await lectern.as(itzel, () => hangPiece(portfolioId, { workSampleId, ...place }));
  await lectern.as(itzel, () =>
    writeStatement(itzel.personId, { field: "strengths", base: "", value: "I ask again.", language: "en" }),
  );
  await addResult(lectern.db, itzel);
  const preview = () => lectern.as(itzel, () => readPreview(portfolioId));
  const viewOf = async (mentor: Person) => {
    const { items, mentors } = await preview();
    const view = mentors.find(({ mentorId }) => mentorId === mentor.personId);
    return {
      now: view?.now.map(({ id }) => id),
      openable: items.filter(({ id }) => view?.openable.includes(id)).map(({ shown }) => shown.kind),
    };
  };
  return { ...story, preview, viewOf };
}

test("before anything is opened a mentor sees nothing, and the student sees what she could open", async () => {
  const story = await aStudentPreparing();
  const mentor = await approvedMentor(lectern, story);
  const { mentors } = await story.preview();
  expect(mentors).toMatchObject([{ mentorId: mentor.personId, name: "Joaquín Prats", isMinor: false }]);
  expect(await story.viewOf(mentor)).toEqual({ now: [], openable: ["work", "strengths", "goal"] });
});

test("what she opened is what the mentor’s own page shows, and not a thing more", async () => {
  const story = await aStudentPreparing();
  const { itzel, presentationId, items } = story;
  const mentor = await approvedMentor(lectern, story);
  for (const id of [items.work, items.result])
    await lectern.as(itzel, () => openItem(itzel.personId, mentor.personId, id));
  const seen = await lectern.as(mentor, () => readPresentation(presentationId));
  expect((await story.viewOf(mentor)).now).toEqual(seen.items.map(({ id }) => id));
  expect((await story.viewOf(mentor)).now).toEqual([items.work]);
});

test("with a family’s yes to numbers the result is there as well, on her page and on the mentor’s", async () => {
  const story = await aStudentPreparing();
  const { itzel, rosa, presentationId, items } = story;
  const mentor = await approvedMentor(lectern, story);
  await lectern.as(itzel, () => openItem(itzel.personId, mentor.personId, items.result));
  await lectern.as(rosa, () =>
    changeConsent(itzel.personId, mentor.personId, { field: "numbers", base: false, value: true }),
  );
  const { now, openable } = await story.viewOf(mentor);
  expect(openable).toEqual(["work", "strengths", "result", "goal"]);
  const seen = await lectern.as(mentor, () => readPresentation(presentationId));
  expect(now).toEqual([items.result]);
  expect(seen.items.map(({ id }) => id)).toEqual(now);
});

test("a mentor under 18 sees work alone, whatever anybody agreed to", async () => {
  const story = await aStudentPreparing();
  const { itzel, rosa } = story;
  const mentor = await approvedMentor(lectern, story, coach({ name: "Ana Soto", isMinor: true }));
  await lectern
    .as(rosa, () =>
      changeConsent(itzel.personId, mentor.personId, { field: "numbers", base: false, value: true }),
    )
    .catch(() => undefined);
  expect(await story.viewOf(mentor)).toEqual({ now: [], openable: ["work"] });
});

test("whose mentorship has ended is not among them", async () => {
  const story = await aStudentPreparing();
  const mentor = await approvedMentor(lectern, story);
  await lectern.as(story.itzel, () => endMentorship(story.itzel.personId, mentor.personId, ""));
  expect((await story.preview()).mentors).toEqual([]);
  const { mentors } = await lectern.as(story.itzel, () => listMentors(story.itzel.personId));
  expect(mentors).toMatchObject([{ state: "ended" }]);
});
