// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import {
  dayOf,
  daysBetween,
  named,
  sayDay,
  sayDaysAway,
  sayDaysLeft,
  sayInstant,
  sayList,
  sayShortDay,
} from "#web/words/dates.ts";
import { said, speak, speakToStudent, t } from "#web/words/words.svelte.ts";

const pacific = { zone: "America/Los_Angeles" };
const spoken = (text: string) => text.replaceAll("\u00a0", " ");

describe("in English", () => {
  beforeEach(() => speak("en"));

  test("an instant speaks in the school's zone", () => {
    expect(spoken(sayInstant("2026-11-13T01:40:00Z", pacific))).toBe("Thursday 12 November, 5:40 pm");
    expect(dayOf("2026-11-13T01:40:00Z", pacific)).toBe("2026-11-12");
  });

  test("days speak", () => {
    expect(sayDay("2026-11-12")).toBe("Thursday 12 November");
    expect(sayShortDay("2026-10-29")).toBe("29 Oct");
    expect(sayDaysAway("2026-11-12", "2026-11-03")).toBe("in nine days");
    expect(sayDaysAway("2026-11-12", "2026-11-11")).toBe("tomorrow");
    expect(sayDaysLeft(9)).toBe("Nine days");
    expect(sayDaysLeft(1)).toBe("One day");
    expect(daysBetween("2026-03-07", "2026-03-09")).toBe(2);
  });

  test("the page itself says which language it is in", () => {
    expect(document.documentElement.lang).toBe("en");
  });
});

describe("in Spanish", () => {
  beforeEach(() => speak("es"));

  test("an instant and days speak", () => {
    expect(spoken(sayInstant("2026-11-13T01:40:00Z", pacific))).toBe("jueves 12 de noviembre, 5:40 p.m.");
    expect(sayDaysAway("2026-11-12", "2026-11-03")).toBe("dentro de nueve días");
    expect(sayDaysLeft(1)).toBe("Un día");
    expect(sayList(["Rosa", "Héctor", "Imani"])).toBe("Rosa, Héctor e Imani");
  });

  test("a grown-up is usted, a student is tú", () => {
    expect(t("everywhere.you")).toBe("Usted");
    speakToStudent(true);
    expect(t("everywhere.you")).toBe("Tú");
    speakToStudent(false);
  });
});

test("a name keeps its own direction inside a sentence", () => {
  expect(t("everywhere.personMenu", { name: named("ليلى") })).toContain("\u2068ليلى\u2069");
});

test("a key without words is shown as it is", () => {
  expect(said("nowhere.word")).toBe("nowhere.word");
});
