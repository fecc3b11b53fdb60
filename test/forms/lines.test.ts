import { expect, test } from "vitest";
import { styles } from "#server/forms/flow/look.ts";
import { Reader } from "#server/forms/reader.ts";
import { breakLines, type Line } from "#server/forms/type/break-lines.ts";
import { trialWords } from "./conference-form.ts";

const set = (text: string, width = 1000, direction: "ltr" | "rtl" | "auto" = "ltr") =>
  breakLines({ spans: [{ text, style: styles.body }], direction }, width).lines;

/** The pieces as the eye meets them from the left. */
const fromLeft = (line: Line): string[] =>
  line.pieces
    .filter((piece) => piece.text.trim())
    .toSorted((one, other) => one.x - other.x)
    .map((piece) => piece.text);

test("a line is filled up to the width and not beyond", () => {
  const lines = set("one two three four five six seven eight nine ten", 60);
  expect(lines.every((line) => line.width <= 60)).toBe(true);
  expect(lines.map((line) => line.text).join(" ")).toBe("one two three four five six seven eight nine ten");
});

test("a word wider than the line is cut between letters, a name with a hyphen after the hyphen", () => {
  expect(set("w".repeat(100), 100).every((line) => line.width <= 100)).toBe(true);
  expect(set("Kovalenko-Shevchenko", 60).map((line) => line.text)).toEqual(["Kovalenko-", "Shevchenko"]);
});

test("a no-break space keeps its words together", () => {
  expect(set("page\u00a01 of\u00a09", 24).map((line) => line.text)).toEqual(["page\u00a01", "of\u00a09"]);
});

test("an Arabic name in an English line stands in its own order", () => {
  expect(fromLeft(set("Name: محمد علي (Grade 8)")[0]!)).toEqual(["Name:", "علي", "محمد", "(Grade", "8)"]);
});

test("an English name in an Arabic line stands in its own order", () => {
  expect(fromLeft(set("اسم Rosa Duarte هنا", 1000, "rtl")[0]!)).toEqual(["هنا", "Rosa", "Duarte", "اسم"]);
});

test("numbers in an Arabic line run from left to right", () => {
  expect(fromLeft(set("يوم 12 نوفمبر 2026", 1000, "rtl")[0]!)).toEqual(["2026", "نوفمبر", "12", "يوم"]);
});

test("brackets around Arabic words turn with them", () => {
  const [line] = set("(علي)", 1000, "rtl");
  expect(
    line!.pieces
      .flatMap((piece) => piece.runs.flatMap((run) => run.glyphs.map((each) => each.glyph.letters)))
      .join(""),
  ).toBe("(يلع)");
});

test("Arabic letters join: with its dots each is one glyph that means one letter", () => {
  const letters = set("نوفمبر", 1000, "rtl")[0]!.pieces.flatMap((piece) =>
    piece.runs.flatMap((run) => run.glyphs),
  );
  expect(letters.map((each) => each.glyph.letters).join("")).toBe("ربمفون");
  expect(letters.filter((each) => each.glyph.signs.length > 0).length).toBe(3);
});

test("days, times, counts and places are written in the reader's language", () => {
  const reader = (language: string, words = {}) => new Reader({ ...trialWords, ...words }, language);
  expect(reader("en", { locale: "en-GB-u-hc-h12" }).plain({ day: "2026-11-12" })).toBe(
    "Thursday 12 November 2026",
  );
  expect(reader("es", { locale: "es-US" }).plain({ day: "2026-11-12" })).toBe(
    "jueves, 12 de noviembre de 2026",
  );
  expect(
    reader("en", { locale: "en-GB-u-hc-h12" }).plain({
      at: "2026-11-13T01:40:00Z",
      zone: "America/Los_Angeles",
      as: "time",
    }),
  ).toMatch(/^5:40\spm$/);
  expect(reader("en").plain({ word: "days", with: { count: 1 } })).toBe("1 day");
  expect(reader("en").plain({ word: "days", with: { count: 3 } })).toBe("3 days");
});
