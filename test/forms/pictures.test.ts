import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import sharp from "sharp";
import { expect, test } from "vitest";
import { projectRoot } from "#server/project-root.ts";
import { inks, styles } from "#server/forms/flow/look.ts";
import { drawRecord, lengths, sample } from "./conference-form.ts";
import { inScript, scripts } from "./in-script.ts";
import { pictureOf, type GreyPicture } from "./read-pdf.ts";

const folder = join(projectRoot, "test/forms/pictures");

// Small enough that a hinted edge weighs nothing and a moved line, a lost glyph or a lost mark weighs enough.
const SCALE = 0.75;
const DIFFERENT = 48;
const MOST = 0.004;

/** The share of points that differ; UPDATE_PICTURES=1 keeps the new picture instead. */
async function difference(name: string, picture: GreyPicture): Promise<number> {
  const file = join(folder, `${name}.png`);
  if (process.env.UPDATE_PICTURES || !existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      file,
      await sharp(picture.png).grayscale().png({ palette: true, colours: 16, effort: 10 }).toBuffer(),
    );
  }
  const kept = await loadImage(readFileSync(file));
  const canvas = createCanvas(kept.width, kept.height);
  canvas.getContext("2d").drawImage(kept, 0, 0);
  const { data } = canvas.getContext("2d").getImageData(0, 0, kept.width, kept.height);
  expect([kept.width, kept.height]).toEqual([picture.width, picture.height]);
  return (
    picture.grey.reduce((sum, grey, at) => sum + (Math.abs(grey - data[4 * at]!) > DIFFERENT ? 1 : 0), 0) /
    picture.grey.length
  );
}

const pages = [
  { name: "usual-en-2", length: "usual", language: "en", page: 2 },
  { name: "usual-en-3", length: "usual", language: "en", page: 3 },
  { name: "usual-es-2", length: "usual", language: "es", page: 2 },
  { name: "usual-ar-3", length: "usual", language: "ar", page: 3 },
] as const;

test.each(pages)("$name looks as it did", async ({ name, length, language, page }) => {
  const { bytes } = await drawRecord(sample(length), language);
  expect(await difference(name, await pictureOf(bytes, page, SCALE))).toBeLessThan(MOST);
});

const written = lengths.flatMap((length) => scripts.map((script) => ({ length, script })));

// The form prints in shades of grey alone, so its pictures in grey are its pictures.
test.each(written)("a $length record written in $script looks as it did", async ({ length, script }) => {
  const language = script === "arabic" ? "ar" : "en";
  const { bytes, missing } = await drawRecord(inScript(sample(length), script), language);
  expect(missing).toEqual([]);
  expect(await difference(`${length}-${script}-1`, await pictureOf(bytes, 1, SCALE))).toBeLessThan(MOST);
});

/** Contrast of a grey against white paper (WCAG 2.2, 1.4.3), grey as the PDF gives it: 0 is black. */
const contrastOf = (grey: number): number => 1.05 / (((grey + 0.055) / 1.055) ** 2.4 + 0.05);

test("everything that is to be read stands out from the paper in print without colour", () => {
  for (const [name, { ink }] of Object.entries(styles))
    expect([name, contrastOf(ink) >= 4.5]).toEqual([name, true]);
  expect(contrastOf(inks.strong)).toBeGreaterThan(4.5);
});
