import { expect, test } from "vitest";
import { FormProblem } from "#server/forms/check-form.ts";
import {
  conferenceLayout,
  drawRecord,
  formOf,
  sample,
  trialValues,
  trialWords,
  wordsIn,
} from "./conference-form.ts";
import { renderForm } from "#server/forms/render-form.ts";

const problemsOf = async (drawing: Promise<unknown>): Promise<string[]> => {
  const error: unknown = await drawing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FormProblem);
  return (error as FormProblem).problems;
};

test("a forgotten part is an error that names it, in a draft as well", async () => {
  const values = sample("short");
  delete values.sections.goals;
  expect(await problemsOf(drawRecord(values))).toEqual(["goals.goals is required"]);
});

test("what is known to be unwritten is allowed in a draft and refused in a final record", async () => {
  expect((await drawRecord(sample("short"))).pages).toBe(1);
  expect(await problemsOf(drawRecord({ ...sample("short"), draft: false }))).toEqual([
    "strengths.words.adviser is required and has nothing in it",
    "goals.goals.0.school is required and has nothing in it",
    "next.steps.checkIn is required and has nothing in it",
  ]);
});

test("what is required follows how the conference went", async () => {
  const values = { ...sample("usual"), case: "notMet" };
  expect(await problemsOf(drawRecord(values))).toEqual([
    "participants.attempts is required",
    "participants.notMet is required",
  ]);
});

test("a value of the wrong kind is named by its path", async () => {
  const values = sample("usual");
  values.sections.proudWork = { pieces: "Cranes" };
  expect((await problemsOf(drawRecord(values)))[0]).toMatch(/^proudWork\.pieces /);
});

test("a value the layout does not know is not dropped in silence", async () => {
  const values = sample("usual");
  values.sections.secrets = { note: "hidden" };
  (values.sections.student!.facts as Record<string, string>).shoeSize = "38";
  expect(await problemsOf(drawRecord(values))).toEqual([
    "student.facts.shoeSize is not in the layout",
    "secrets is not in the layout",
  ]);
});

test("a word the catalogue lacks is named", async () => {
  const words = wordsIn("en");
  delete words.support;
  const drawing = renderForm({ layout: conferenceLayout, words, values: sample("usual"), language: "en" });
  expect((await problemsOf(drawing))[0]).toMatch(/^words\.support\./);
});

test("a layout with an unknown kind of part is refused", async () => {
  const layout = formOf({ kind: "hologram", key: "part" } as never);
  const drawing = renderForm({ layout, words: trialWords, values: trialValues("part", "x"), language: "en" });
  expect((await problemsOf(drawing)).join()).toContain("layout.sections.0");
});
