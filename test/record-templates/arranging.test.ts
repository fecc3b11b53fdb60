import { expect, test } from "vitest";
import { conferenceLayout, wordsIn as formWords } from "../forms/conference-form.ts";
import { styles } from "#server/forms/flow/look.ts";
import { Reader } from "#server/forms/reader.ts";
import { fitted } from "#server/record-templates/arranging/fitted.ts";
import { wordsOver } from "#server/records/content/form-edition.ts";
import { arrangeWords } from "#server/record-templates/arranging/arrange-words.ts";
import { usualDefinition } from "#server/record-templates/definition/usual-form.ts";
import { arrangeLayout } from "#server/record-templates/arranging/arrange-layout.ts";
import { resolveForm } from "#server/record-templates/definition/resolve-form.ts";
import { withAfterSchool } from "./template-story.ts";

test("a form nobody changed is the form as it comes, to the last line", () => {
  expect(arrangeLayout(conferenceLayout, resolveForm(undefined, 11))).toEqual(conferenceLayout);
});

test("a name not written in the reader's language stands in another, and says which to whoever hears it read", () => {
  const definition = withAfterSchool(usualDefinition());
  const form = resolveForm({ name: "Seniors", version: 1, definition }, 11);
  const layout = arrangeLayout(conferenceLayout, form);
  const reader = new Reader(arrangeWords(formWords("ar"), layout, form, "ar"), "ar");
  const spans = reader.spans({ word: "own.ownCollege" }, styles.body);
  expect(spans).toEqual([expect.objectContaining({ text: "After graduation", lang: "en" })]);
  expect(reader.spans({ word: "strengths.heading" }, styles.body)[0]).not.toHaveProperty("lang");
});

test("a form kept long ago is drawn in its own words, and in today's for what it could not say yet", () => {
  const today = { strengths: { heading: "Strengths", own: "In my own words." }, new: { key: "Said since" } };
  const kept = { strengths: { heading: "What I bring" }, gone: "Said then" };
  expect(wordsOver(kept, today)).toEqual({
    strengths: { heading: "What I bring", own: "In my own words." },
    new: { key: "Said since" },
    gone: "Said then",
  });
  const layout = structuredClone(conferenceLayout);
  const words = { school: [{ outcome: "Kept", promise: "A seat", because: "", since: "2026" }] };
  expect(fitted({ promises: words, elsewhere: {} }, layout)).toEqual({
    promises: { school: [{ outcome: "Kept", promise: "A seat", because: "" }] },
  });
});
