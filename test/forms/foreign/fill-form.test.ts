import { PDFString } from "pdf-lib";
import { expect, test } from "vitest";
import { FormProblem } from "#server/forms/check-form.ts";
import { appendPages } from "#server/forms/foreign/append-pages.ts";
import { fillForm, type FieldEntry } from "#server/forms/foreign/fill-form.ts";
import type { FormBox } from "#server/forms/foreign/foreign-form.ts";
import { pictureOf, textOf } from "../read-pdf.ts";
import { complaintsAbout, everythingIn, findText, textIn } from "./look.ts";
import { addRaw, paper, rect, saved } from "./paper.ts";
import { seen, shapes } from "./shapes.ts";

const box: FormBox = { ...seen, turn: 0 };

/** A form with one text field, 80 by 8 mm unless it says otherwise. */
async function oneField(facts: Record<string, unknown> = {}): Promise<Uint8Array> {
  const sheet = await paper();
  addRaw(sheet, { FT: "Tx", T: PDFString.of("field"), Rect: rect(20, 40, 80, 8), ...facts });
  return saved(sheet);
}

const fill = async (text: string, facts?: Record<string, unknown>) =>
  fillForm({ bytes: await oneField(facts), entries: [{ field: "field", text }] });

/** Asks of a file's first page how dark a box is: the share of its points that are ink, a millimetre off the edge. */
async function inkIn(
  bytes: Uint8Array,
): Promise<(x: number, y: number, width: number, height: number) => number> {
  const scale = 3;
  const { grey, width: row } = await pictureOf(bytes, 1, scale);
  return (x, y, width, height) => {
    const edges = [x + 1, y + 1, x + width - 1, y + height - 1];
    const [left, top, right, bottom] = edges.map((each) => Math.round((each * 72 * scale) / 25.4));
    let dark = 0;
    for (let line = top!; line < bottom!; line++)
      for (let at = left!; at < right!; at++) if (grey[line * row + at]! < 128) dark++;
    return dark / ((right! - left!) * (bottom! - top!));
  };
}

test.each([
  ["Latin", "Itzel Duarte – “proud work”"],
  ["Vietnamese", "Nguyễn Thị Thuỳ Dương"],
  ["Greek and Cyrillic", "Ελληνικά, Щербань"],
  ["Arabic", "محمد علي الحسيني"],
  ["a long German word", "Donaudampfschifffahrtsgesellschaftskapitän"],
])("%s is drawn in its box and can be copied out of it", async (_, text) => {
  const filled = await fill(text);
  const copied = textIn(await findText(filled.bytes), box);
  expect(sorted(copied)).toBe(sorted(text));
  expect(filled.missing).toEqual([]);
});

test("Arabic begins at the right, unless the form says where", async () => {
  const [line] = (await fill("محمد علي")).lines;
  expect(line!.x + line!.width).toBeCloseTo(100 - 0.7, 0);
  const [middle] = (await fill("محمد علي", { Q: 1 })).lines;
  expect(middle!.x + middle!.width / 2).toBeCloseTo(60, 0);
});

test("a line too long is set smaller, down to eight points and no further", async () => {
  const { lines, overflows } = await fill("The quick brown fox jumps over the lazy dog again");
  expect(overflows).toEqual([]);
  expect(lines[0]!.width).toBeLessThan(80);
  const long = await fill("word ".repeat(60));
  expect(long.lines[0]!.height).toBeCloseTo((8 * 1.2 * 25.4) / 72, 1);
});

test("what does not fit is handed back, and the drawn text says that it goes on", async () => {
  const text = "I read the whole book about cranes. ".repeat(30);
  const { overflows, lines } = await fill(text, { Ff: 1 << 12, Rect: rect(20, 40, 80, 20) });
  expect(overflows.map(({ field, fits, rest }) => [field, fits + rest])).toEqual([["field", text]]);
  expect(overflows[0]!.fits).toMatch(/ $/);
  expect(lines.at(-1)!.text).toMatch(/…$/);
});

test("a comb keeps a cell for the sign that it goes on", async () => {
  const { overflows, lines } = await fill("1234567890", { Ff: 1 << 24, MaxLen: 6 });
  expect(overflows).toEqual([{ field: "field", fits: "12345", rest: "67890" }]);
  expect(lines.map(({ text }) => text).join("")).toBe("12345…");
});

test("each letter of a comb stands in the middle of its cell, Arabic from the right", async () => {
  const { lines } = await fill("407", { Ff: 1 << 24, MaxLen: 8 });
  expect(lines.map(({ x, width }) => Math.round((x + width / 2 - 20) * 10) / 10)).toEqual([5, 15, 25]);
  const arabic = await fill("علي", { Ff: 1 << 24, MaxLen: 8 });
  expect(arabic.lines.map(({ x }) => Math.floor((x - 20) / 10))).toEqual([7, 6, 5]);
});

test("the size the form asks for is kept, and an entry may ask for another", async () => {
  const bytes = await oneField({ DA: PDFString.of("/Helv 9 Tf 0 g") });
  const height = async (entry: Partial<FieldEntry>) =>
    (await fillForm({ bytes, entries: [{ field: "field", text: "Itzel", ...entry }] })).lines[0]!.height;
  expect(await height({})).toBeCloseTo((9 * 1.2 * 25.4) / 72, 1);
  expect(await height({ fontSize: 14 })).toBeCloseTo((14 * 1.2 * 25.4) / 72, 1);
});

test("a box is ticked only when it is meant, and of dots the chosen one", async () => {
  const tick = shapes["a box to tick with an odd name for yes"]!;
  const inked = async (isTicked: boolean) => {
    const filled = await fillForm({ bytes: await tick.make(), entries: [{ field: "agree", isTicked }] });
    return (await inkIn(filled.bytes))(20, 40, 6, 6);
  };
  expect(await inked(true)).toBeGreaterThan(0.05);
  expect(await inked(false)).toBe(0);
  const dots = shapes["dots of which one is chosen"]!;
  const ink = await inkIn((await fillForm({ bytes: await dots.make(), entries: dots.entries })).bytes);
  expect(ink(20, 50, 6, 6)).toBeGreaterThan(0.1);
  expect(ink(20, 40, 6, 6)).toBeLessThan(0.02);
});

test("no ink of tall and deep letters leaves a low box, and a low box of many lines still says something", async () => {
  const low = { Rect: rect(20, 100, 60, 4) };
  for (const text of ["ẾỄỘ Thị gÿ", "محمد علي الحسيني كتابًا", "jgpqy ÅÉÎ (|)", "Щербань Їжак"]) {
    for (const facts of [low, { ...low, Ff: 1 << 12 }, { ...low, Ff: 1 << 24, MaxLen: 30 }]) {
      const { bytes, lines } = await fill(text, facts);
      expect(lines.length).toBeGreaterThan(0);
      const ink = await inkIn(bytes);
      // A fifth of a millimetre off the edge: no more than a grey point of the picture.
      expect([ink(15, 94, 70, 6.8), ink(15, 103.2, 70, 6)]).toEqual([0, 0]);
      expect(ink(19, 99, 62, 6)).toBeGreaterThan(0);
    }
  }
});

test("entries the form has no place for are named", async () => {
  const filling = fillForm({
    bytes: await shapes["a drop-down"]!.make(),
    entries: [
      { field: "grade", option: "13" },
      { field: "nobody", text: "x" },
    ],
  });
  await expect(filling).rejects.toThrow(FormProblem);
  await expect(filling).rejects.toThrow("grade has no option “13”; nobody is not a field of this form");
});

test("words say which language they are in", async () => {
  const { bytes } = await fillForm({
    bytes: await oneField(),
    entries: [{ field: "field", text: "Hola" }],
    language: "es",
  });
  expect(await everythingIn(bytes)).toContain("/Lang (es)");
});

test("letters no face has are drawn as a sign and named", async () => {
  expect((await fill("Ada ᚠ")).missing).toEqual(["ᚠ"]);
});

test("what is left over goes on more pages, under the label it belongs to", async () => {
  const { bytes, overflows } = await fill("I read the whole book about cranes. ".repeat(30));
  const entries = overflows.map(({ rest }) => ({ label: "Proud work", text: rest }));
  const more = await appendPages(bytes, { title: "Continued", entries });
  const pages = await textOf(more);
  expect(pages.length).toBe(2);
  expect(pages[1]).toMatch(/^Continued Proud work /);
  expect(sorted(pages[1]!)).toBe(sorted(`Continued Proud work ${overflows[0]!.rest}`));
  expect(complaintsAbout(more)).toBe("");
});

test("a long rest takes as many pages as it needs, and all of it is there", async () => {
  const text = "A line of its own.\n".repeat(140);
  const pages = await textOf(
    await appendPages(await oneField(), { title: "Continued", entries: [{ label: "Story", text }] }),
  );
  expect(pages.length).toBe(4);
  expect(pages.join(" ").match(/A line of its own\./g)?.length).toBe(140);
});

/** Letters regardless of order and spaces: viewers differ in how they copy words read from the right. */
const sorted = (text: string): string => [...text.normalize("NFC").replace(/\s/g, "")].sort().join("");
