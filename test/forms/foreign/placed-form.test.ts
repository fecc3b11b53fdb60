import { expect, test } from "vitest";
import { FormProblem } from "#server/forms/check-form.ts";
import { fillForm } from "#server/forms/foreign/fill-form.ts";
import { inspectForm, measurePages } from "#server/forms/foreign/inspect-form.ts";
import { checkPlacedForm } from "#server/forms/foreign/placed/check-placed-form.ts";
import { drawBoxes } from "#server/forms/foreign/placed/draw-boxes.ts";
import { formOfBoxes } from "#server/forms/foreign/placed/form-of-boxes.ts";
import { textOf } from "../read-pdf.ts";
import { complaintsAbout, findText, textIn } from "./look.ts";
import { oddShapes } from "./odd-shapes.ts";
import { paper, saved } from "./paper.ts";

const pages = [{ width: 215.9, height: 279.4 }];
const box = (more: object = {}) => ({
  ...{ name: "name", kind: "text", page: 1, x: 20, y: 40, width: 80, height: 8 },
  ...more,
});
const mapping = (...boxes: object[]) => ({ schema: 1, pages: 1, boxes });

function faultsOf(mapping: unknown): string[] {
  try {
    checkPlacedForm(mapping, pages);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(FormProblem);
    return (error as FormProblem).problems;
  }
}

test("a flat form is filled by its boxes as another by its fields", async () => {
  const bytes = await saved(await paper());
  const placed = checkPlacedForm(
    mapping(
      box(),
      box({ name: "story", y: 60, height: 30, isMultiline: true, size: 9 }),
      box({ name: "number", y: 100, cells: 8 }),
      box({ name: "mode", kind: "choice", y: 120, width: 5, height: 5, option: "video" }),
      box({ name: "mode", kind: "choice", y: 130, width: 5, height: 5, option: "room" }),
      box({ name: "agree", kind: "tick", y: 140, width: 5, height: 5 }),
    ),
    await measurePages(bytes),
  );
  const form = formOfBoxes(placed, await measurePages(bytes));
  const filled = await fillForm({
    bytes,
    form,
    entries: [
      { field: "name", text: "Itzel Duarte" },
      { field: "story", text: "First I read.\nThen I wrote." },
      { field: "number", text: "40718" },
      { field: "mode", option: "room" },
      { field: "agree", isTicked: true },
    ],
  });
  const found = await findText(filled.bytes);
  const text = (name: string) => textIn(found, form.fields.find((field) => field.name === name)!.widgets[0]!);
  expect([text("name"), text("story"), text("number").replaceAll(" ", "")]).toEqual([
    "Itzel Duarte",
    "First I read.Then I wrote.",
    "40718",
  ]);
  expect(complaintsAbout(filled.bytes)).toBe("");
});

test("every fault of a mapping file is named by its path", () => {
  expect(faultsOf(mapping(box()))).toEqual([]);
  expect(faultsOf(mapping(box({ kind: "hologram" })))[0]).toMatch(/^boxes\.0\.kind /);
  expect(faultsOf(mapping(box({ colour: "red" })))).toContain("boxes.0.colour is not known here");
  expect(faultsOf({ schema: 2, pages: 1, boxes: [box()] })[0]).toMatch(/^schema /);
  expect(faultsOf("x")[0]).toMatch(/^the file /);
  expect(faultsOf({ ...mapping(box()), pages: 3 })).toEqual(["pages is 3, and the PDF has 1"]);
  expect(faultsOf(mapping(box({ page: 2 })))).toEqual(["boxes.0.page is 2, and there is no such page"]);
  expect(faultsOf(mapping(box({ x: 180 }), box({ name: "low", y: 275 })))).toEqual([
    "boxes.0 ends outside page 1: it is 215.9 mm wide",
    "boxes.1 ends below page 1: it is 279.4 mm high",
  ]);
  expect(faultsOf(mapping(box(), box({ name: "other", x: 90 })))).toEqual(["boxes.1 lies on boxes.0"]);
  expect(faultsOf(mapping(box(), box({ y: 60, kind: "tick" })))).toEqual([
    "boxes.1.kind is tick, and name was text before",
  ]);
  expect(faultsOf(mapping(box({ kind: "choice" })))).toEqual([
    "boxes.0 is a choice and names neither options nor its option",
  ]);
  expect(faultsOf(mapping(box({ kind: "tick", cells: 3 })))).toEqual([
    "boxes.0 is no text and has no lines or cells",
  ]);
});

test("the boxes of a form are drawn over it with their names", async () => {
  const bytes = await oddShapes["names inside names"]!.make();
  const form = await inspectForm(bytes);
  const drawn = await drawBoxes(bytes, form);
  expect((await textOf(drawn))[0]).toContain("student.name.first");
  const found = await findText(drawn);
  for (const { name, widgets } of form.fields) expect(textIn(found, widgets[0]!)).toBe(name);
  expect(complaintsAbout(drawn)).toBe("");
});
