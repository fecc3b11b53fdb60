import { expect, test } from "vitest";
import type { FieldKind, ForeignField } from "#server/forms/foreign/foreign-form.ts";
import { suggestMapping, type Slot } from "#server/forms/foreign/mapping/suggest-mapping.ts";

const field = (name: string, kind: FieldKind = "text", tooltip: string | null = null): ForeignField => ({
  ...{ name, kind, tooltip, widgets: [], options: [], isMultiline: false, isComb: false, maxLength: null },
  ...{ isEditable: false, fontSize: null, align: "left", isReadOnly: false, isRequired: false },
  ...{ dateFormat: null, value: null },
});

const slots: Slot[] = [
  {
    id: "student",
    kind: "text",
    words: ["student name", "name of student", "pupil name", "nombre del estudiante"],
  },
  { id: "school", kind: "text", words: ["school", "school name"], rows: 1 },
  { id: "task", kind: "text", words: ["goal", "task", "meta"] },
  { id: "due", kind: "date", words: ["goal due", "due date", "due"] },
  { id: "held", kind: "tick", words: ["held", "took place"] },
  { id: "mode", kind: "choice", words: ["mode", "how met"] },
  { id: "signature", kind: "signature", words: ["student signature", "signature"] },
];

const suggest = (...fields: ForeignField[]) =>
  suggestMapping(fields, slots).map(({ field, slot, row }) => [field, slot, row]);

test("a name is found however it is written", () => {
  for (const name of [
    "StudentName",
    "student_name",
    "STUDENT NAME",
    "studentName[0]",
    "topmostSubform[0].Page1[0].StudentName[0]",
    "Name of Student:",
    "Nombre del estudiante",
    "txtStudentName",
  ])
    expect(suggest(field(name))).toEqual([[name, "student", null]]);
});

test("a field with a name that means nothing is found by what it says of itself", () => {
  expect(suggest(field("f1_03", "text", "Name of the student"))).toEqual([["f1_03", "student", 3]]);
});

test("rows are told by their numbers", () => {
  expect(
    suggest(field("Goal 1"), field("Goal2"), field("goal_2_due"), field("Task[2]"), field("Goal 1 Due")),
  ).toEqual([
    ["Goal 1", "task", 1],
    ["Goal2", "task", 2],
    ["goal_2_due", "due", 2],
    ["Task[2]", "task", 3],
    ["Goal 1 Due", "due", 1],
  ]);
});

test("a slot that comes once is not put into a second row", () => {
  expect(suggest(field("School 1"), field("School 2"))).toEqual([["School 1", "school", 1]]);
});

test("each slot and row is used once, by the field that says it best", () => {
  expect(suggest(field("Student full name"), field("Student name"))).toEqual([
    ["Student name", "student", null],
  ]);
});

test("kinds go together: a tick is no place for words, a text takes a day", () => {
  expect(suggest(field("Goal", "tick"), field("held", "text"), field("due date"))).toEqual([
    ["due date", "due", null],
  ]);
  expect(suggest(field("held", "tick"), field("mode", "choice"), field("signature", "signature"))).toEqual([
    ["held", "held", null],
    ["mode", "mode", null],
    ["signature", "signature", null],
  ]);
});

test("when two are as likely, or nothing is, nothing is suggested", () => {
  const twins: Slot[] = [
    { id: "one", kind: "text", words: ["date"] },
    { id: "two", kind: "text", words: ["date"] },
  ];
  expect(suggestMapping([field("Date")], twins)).toEqual([]);
  expect(
    suggest(field("Text17"), field("undefined_3"), field("Name of the emergency contact of the student")),
  ).toEqual([]);
});
