import { describe, expect, test } from "vitest";
import { lengthOf, portfolioSections, readAgenda, scaleAgenda } from "#server/seasons/agenda.ts";
import { listAgendas } from "#server/seasons/season-templates.ts";
import { translator } from "#server/words/translator.ts";

const agenda = readAgenda("default");

test("the agenda opens with proud work, and the school's promises come before results", () => {
  expect(agenda.segments.map((segment) => segment.key)).toEqual(
    "welcome proud growth skill strengths promises results graduation questions goals close".split(" "),
  );
  expect(lengthOf(agenda)).toBe(30);
});

test("work is shown under proud, growth and skill", () => {
  expect(portfolioSections(agenda)).toEqual(["proud", "growth", "skill"]);
});

test("a conference of thirty minutes keeps the agenda as it is written", () => {
  expect(scaleAgenda(agenda, 30)).toEqual(agenda);
});

test("an hour gives each part twice its minutes", () => {
  expect(scaleAgenda(agenda, 60).segments.map((segment) => segment.minutes)).toEqual(
    agenda.segments.map((segment) => segment.minutes * 2),
  );
});

test("at every length from 11 minutes to 90 the parts add up and none is left out", () => {
  for (let minutes = 11; minutes <= 90; minutes += 1) {
    const scaled = scaleAgenda(agenda, minutes);
    expect(lengthOf(scaled)).toBe(minutes);
    expect(Math.min(...scaled.segments.map((segment) => segment.minutes))).toBeGreaterThanOrEqual(1);
  }
});

test("ten minutes are too few for eleven parts, and only the close gives way", () => {
  const scaled = scaleAgenda(agenda, 10);
  expect(lengthOf(scaled)).toBe(10);
  expect(scaled.segments.filter((segment) => segment.minutes === 0).map(({ key }) => key)).toEqual(["close"]);
});

test("a key that would leave the folder is refused", () => {
  expect(() => readAgenda("../secret")).toThrow("cannot be the key");
});

describe.each(listAgendas())("the agenda $key", ({ key, segments }) => {
  test("shows work, ends with a goal and a close, and names no part twice", () => {
    const keys = segments.map((segment) => segment.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.slice(-2)).toEqual(["goals", "close"]);
    expect(portfolioSections(readAgenda(key))).toContain("proud");
  });

  test("has a word for every part wherever it is read, in both languages", () => {
    for (const language of ["en", "es"])
      for (const segment of segments) {
        const say = translator(language);
        const words = [
          `stage.name-${segment.key}`,
          `stage.short-${segment.key}`,
          `records.segment-${segment.key}`,
        ];
        const shown = segment.showsWork
          ? [`portfolio.hint-${segment.key}`, `work.section-${segment.key}`]
          : [];
        for (const word of [...words, ...shown, `seasons.agenda-${key}`]) expect(say(word)).not.toBe("");
      }
  });

  test("keeps the order in which people should meet: work, strengths, promises, results, questions, goals", () => {
    const order = ["proud", "strengths", "promises", "results", "questions", "goals"];
    const met = segments.map((segment) => segment.key).filter((each) => order.includes(each));
    expect(met).toEqual(order.filter((each) => met.includes(each)));
  });
});
