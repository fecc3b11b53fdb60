import { existsSync } from "node:fs";
import { PDFDocument } from "pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, describe, expect, test } from "vitest";
import { drawRecord, sample } from "./conference-form.ts";

const noto = "/usr/share/fonts/opentype/noto";
const isInstalled = existsSync(`${noto}/NotoSansCJK-Regular.ttc`);
const before = process.env["FONTS_DIR"];
afterAll(() => void (process.env["FONTS_DIR"] = before));

/** A record in which somebody wrote these words. */
function written(words: { text: string; lang: string }[]) {
  const values = sample("short");
  values.sections["proudWork"] = { pieces: words.map((text) => ({ text })) };
  return drawRecord(values);
}

async function textIn(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join("");
}

test("letters no face here has are named, and the rest is drawn", async () => {
  const { missing, bytes } = await written([{ text: "Lihn 鷹 measures", lang: "zh-Hans" }]);
  expect(missing).toEqual(["鷹"]);
  expect(await textIn(bytes)).toContain("measures");
});

// Debian's fonts-noto-cjk; a school that has none is told which letters are missing before a record is finished.
describe.skipIf(!isInstalled)("with Noto's East Asian faces installed", () => {
  test("Chinese, Japanese and Korean are drawn, each in its own way of writing, and can be copied as they were written", async () => {
    process.env["FONTS_DIR"] = noto;
    const words = [
      { text: "她先量三次，直骨角", lang: "zh-Hans" },
      { text: "她先量三次，直骨角", lang: "zh-Hant" },
      { text: "三回測った、直骨角", lang: "ja" },
      { text: "세 번 재고 다시 물었다", lang: "ko" },
    ];
    const { bytes, missing } = await written(words);
    expect(missing).toEqual([]);
    const text = await textIn(bytes);
    for (const one of words) expect(text.replaceAll(" ", "")).toContain(one.text.replaceAll(" ", ""));
    const { context } = await PDFDocument.load(bytes);
    const objects = context.enumerateIndirectObjects().map(([, object]) => String(object));
    for (const way of ["sc", "tc", "jp", "kr"]) expect(objects.join()).toContain(`NotoSansCJK${way}-Regular`);
  });

  test("the same record has the same bytes again", async () => {
    process.env["FONTS_DIR"] = noto;
    const words = [{ text: "再来一次，一模一样", lang: "zh-Hans" }];
    const [one, other] = [await written(words), await written(words)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });
});
