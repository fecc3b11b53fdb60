import { afterEach, expect, test } from "vitest";
import { conferenceNight, useLectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import {
  followStage,
  stageOfConference,
  stageOfPortfolio,
  tellPlace,
  type Step,
  type Told,
} from "#web/stage/following.api.ts";
import { aConferenceTonight } from "./portfolio-story.ts";

const lectern = useLectern();
afterEach(() => void (lectern.now = conferenceNight));
const later = (seconds: number) => void (lectern.now = new Date(conferenceNight.getTime() + seconds * 1000));

const [computer, tablet] = ["a".repeat(32), "b".repeat(32)];
const place = (slide: string, facts: Partial<Told["place"]> = {}): Told["place"] => ({
  slide,
  next: null,
  page: 1,
  isBlack: false,
  isOver: false,
  taken: [{ part: "welcome", seconds: 4 }],
  ...facts,
});
const tell = (person: Person, stage: string, told: Partial<Told>) =>
  lectern.as(person, () =>
    tellPlace(stage, {
      run: computer,
      begins: false,
      isLeft: false,
      done: 0,
      place: place("welcome"),
      ...told,
    }),
  );
const follow = (person: Person, stage: string, step: Step | null = null) =>
  lectern.as(person, () => followStage(stage, step));

async function anEvening() {
  const story = await aConferenceTonight(lectern);
  return { ...story, stage: stageOfConference(story.conferenceId) };
}

test("her phone learns where the stage is, by the slide’s key and the seconds, and nothing else", async () => {
  const { itzel, stage } = await anEvening();
  expect(await follow(itzel, stage)).toEqual({ number: 0, stage: null });
  expect(await tell(itzel, stage, { begins: true })).toEqual({ isFollowed: false, asked: [], before: null });
  later(3);
  const followed = await follow(itzel, stage);
  expect(followed).toEqual({
    number: 0,
    stage: { run: computer, done: 0, age: 3000, place: place("welcome") },
  });
  expect(await tell(itzel, stage, {})).toMatchObject({ isFollowed: true });
});

test("what she presses on her phone reaches the stage once and in order, whoever opened the stage", async () => {
  const { itzel, mrOkafor, stage } = await anEvening();
  await tell(mrOkafor, stage, { begins: true });
  await follow(itzel, stage, "on");
  expect(await follow(itzel, stage, "on")).toMatchObject({ number: 2 });
  await follow(itzel, stage, "black");
  const { asked } = await tell(mrOkafor, stage, {});
  expect(asked).toEqual([
    { number: 1, step: "on" },
    { number: 2, step: "on" },
    { number: 3, step: "black" },
  ]);
  expect((await tell(mrOkafor, stage, { done: 3 })).asked).toEqual([]);
  expect((await follow(itzel, stage)).stage?.done).toBe(3);
});

test("a step the stage did not hear of in ten seconds is not taken late", async () => {
  const { itzel, stage } = await anEvening();
  await tell(itzel, stage, { begins: true });
  await follow(itzel, stage, "on");
  later(11);
  expect((await tell(itzel, stage, {})).asked).toEqual([]);
});

test("pressed many times while the stage is away, only the last eight are remembered", async () => {
  const { itzel, stage } = await anEvening();
  await tell(itzel, stage, { begins: true });
  for (let at = 0; at < 11; at++) await follow(itzel, stage, "on");
  const { asked } = await tell(itzel, stage, {});
  expect(asked.map(({ number }) => number)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
});

test("a stage that is loaded anew hears where it was, and takes over from itself", async () => {
  const { itzel, stage } = await anEvening();
  await tell(itzel, stage, { begins: true });
  await tell(itzel, stage, { place: place("creek") });
  await follow(itzel, stage, "on");
  const again = await tell(itzel, stage, { run: tablet, begins: true });
  expect(again).toMatchObject({ asked: [], before: place("creek") });
  expect((await follow(itzel, stage)).stage).toMatchObject({ run: tablet, place: place("welcome") });
});

test("of two stages the one opened last is followed; when it goes silent, the other speaks again", async () => {
  const { itzel, stage } = await anEvening();
  await tell(itzel, stage, { begins: true });
  await tell(itzel, stage, { run: tablet, begins: true, place: place("creek") });
  await tell(itzel, stage, { place: place("letters") });
  expect((await follow(itzel, stage)).stage).toMatchObject({ run: tablet, place: place("creek") });
  later(16);
  await tell(itzel, stage, { place: place("letters") });
  expect((await follow(itzel, stage)).stage).toMatchObject({ run: computer, place: place("letters") });
});

test("a stage that is left, or has said nothing for five minutes, is not followed", async () => {
  const { itzel, stage } = await anEvening();
  await tell(itzel, stage, { begins: true });
  later(301);
  expect((await follow(itzel, stage)).stage).toBeNull();
  await tell(itzel, stage, { begins: true });
  expect((await follow(itzel, stage)).stage).not.toBeNull();
  await tell(itzel, stage, { isLeft: true });
  expect((await follow(itzel, stage, "on")).stage).toBeNull();
});

test("rehearsing before a conference is arranged can be followed too, and is another stage", async () => {
  const { itzel, stage, portfolioId } = await anEvening();
  const wall = stageOfPortfolio(portfolioId);
  await tell(itzel, wall, { begins: true, place: place("creek") });
  expect((await follow(itzel, wall)).stage?.place.slide).toBe("creek");
  expect((await follow(itzel, stage)).stage).toBeNull();
  expect((await tell(itzel, stage, { run: tablet, begins: true })).before).toBeNull();
});

test("her family, her classmates and her adviser’s phone do not follow her stage", async () => {
  const { itzel, kofi, rosa, mrOkafor, stage } = await anEvening();
  await tell(itzel, stage, { begins: true });
  for (const person of [kofi, rosa, mrOkafor])
    await expect(follow(person, stage, "on")).rejects.toMatchObject({ status: 404 });
  for (const person of [kofi, rosa])
    await expect(tell(person, stage, { begins: true })).rejects.toMatchObject({ status: 404 });
  await expect(lectern.as(null, () => followStage(stage, null))).rejects.toMatchObject({ status: 401 });
});
