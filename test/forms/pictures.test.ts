import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import sharp from "sharp";
import { expect, test } from "vitest";
import { projectRoot } from "#server/project-root.ts";
import { drawRecord, sample } from "./conference-form.ts";
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
  { name: "usual-en-1", length: "usual", language: "en", page: 1 },
  { name: "usual-en-2", length: "usual", language: "en", page: 2 },
  { name: "usual-es-2", length: "usual", language: "es", page: 2 },
  { name: "usual-ar-1", length: "usual", language: "ar", page: 1 },
  { name: "short-en-1", length: "short", language: "en", page: 1 },
  { name: "longest-en-1", length: "longest", language: "en", page: 1 },
] as const;

test.each(pages)("$name looks as it did", async ({ name, length, language, page }) => {
  const { bytes } = await drawRecord(sample(length), language);
  expect(await difference(name, await pictureOf(bytes, page, SCALE))).toBeLessThan(MOST);
});
