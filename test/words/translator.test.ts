import { expect, test } from "vitest";
import { translator } from "#server/words/translator.ts";

test("words come in the person's language, whatever her country", () => {
  expect(translator("en")("everywhere.save")).toBe("Save");
  expect(translator("es")("everywhere.save")).toBe("Guardar");
  expect(translator("es-MX")("everywhere.save")).toBe("Guardar");
});

test("a language without words reads English", () => {
  expect(translator("vi")("everywhere.save")).toBe("Save");
});

test("values are put in as they are, and counts choose their form", () => {
  expect(translator("en")("everywhere.personMenu", { name: "Ana <3" })).toBe("You: Ana <3");
  expect(translator("en")("everywhere.daysLeft", { count: 2, words: "two" })).toBe("two days");
});

test("a key without words is our mistake", () => {
  expect(() => translator("en")("everywhere.nonsense")).toThrow("everywhere.nonsense");
});
