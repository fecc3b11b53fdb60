import { expect, test } from "vitest";
import { fillForm } from "#server/forms/foreign/fill-form.ts";
import { inspectForm } from "#server/forms/foreign/inspect-form.ts";
import { complaintsAbout, countWidgets, everythingIn, findText, textIn, within } from "./look.ts";
import { largeForm, oddShapes } from "./odd-shapes.ts";
import { shapes } from "./shapes.ts";

const all = Object.entries({ ...shapes, ...oddShapes });

test.each(all)("%s: its fields and their boxes are named", async (_, { make, fields }) => {
  const form = await inspectForm(await make());
  expect(form.pages[0]!.width + form.pages[0]!.height).toBeCloseTo(215.9 + 279.4, 1);
  expect(rounded(form.fields)).toMatchObject(rounded(fields));
  expect(form.fields.length).toBe(fields.length);
});

test.each(all)("%s: what is written in stands in its box, and no field is left", async (_, shape) => {
  const bytes = await shape.make();
  const { fields } = await inspectForm(bytes);
  const filled = await fillForm({ bytes, entries: shape.entries });
  const found = await findText(filled.bytes);
  for (const [name, words] of Object.entries(shape.shows)) {
    const { widgets } = fields.find((field) => field.name === name)!;
    for (const widget of widgets) {
      expect(bare(textIn(found, widget))).toContain(bare(words));
      const angles = within(found, widget).map(({ angle }) => angle);
      expect(new Set(angles)).toEqual(new Set([widget.turn]));
    }
  }
  expect(filled.overflows).toEqual([]);
  expect(await countWidgets(filled.bytes)).toBe(0);
  expect(await everythingIn(filled.bytes)).not.toMatch(/\/AcroForm|\/Widget|\/JavaScript|\/JS\b/);
  expect(complaintsAbout(filled.bytes)).toBe("");
});

test("what the page said before is still there", async () => {
  const filled = await fillForm({ bytes: await shapes["a line of text"]!.make(), entries: [] });
  expect((await findText(filled.bytes)).map(({ text }) => text)).toEqual(["Form of the school"]);
});

test("the same entries give the same bytes", async () => {
  const { make, entries } = shapes["a text of many lines"]!;
  const bytes = await make();
  const [one, other] = [await fillForm({ bytes, entries }), await fillForm({ bytes, entries })];
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
});

test("four hundred fields on four pages are named and filled", async () => {
  const bytes = await largeForm();
  const started = performance.now();
  const form = await inspectForm(bytes);
  const inspected = performance.now();
  const entries = form.fields.map(({ name }, index) => ({ field: name, text: `Words for ${index}` }));
  const filled = await fillForm({ bytes, entries });
  const ended = performance.now();
  if (process.env.SHOW_TIMES)
    console.log(`inspect ${Math.round(inspected - started)} ms, fill ${Math.round(ended - inspected)} ms`);
  expect(form.fields.length).toBe(400);
  const found = await findText(filled.bytes);
  for (const [index, { widgets }] of form.fields.entries())
    expect(textIn(found, widgets[0]!)).toBe(`Words for ${index}`);
});

/** Without spaces, which viewers put between letters that stand apart. */
const bare = (words: string): string => words.replace(/\s/g, "");

/** To a tenth of a millimetre. */
const rounded = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === "number" ? Math.round(each * 10) / 10 : each,
    ),
  );
