import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { PDFContext, PDFDict, PDFObject, PDFRef } from "pdf-lib";
import { PDFRawStream, PDFString, PDFName } from "pdf-lib";
import type { FontOnPage } from "./letter-case.ts";
import { isOutlined, subsetFont } from "./subset-font.ts";

/** Puts the drawn glyphs of each font into the file and answers with the page's font resources. */
export function embedFonts(context: PDFContext, fonts: Iterable<FontOnPage>): PDFDict {
  const entries: Record<string, PDFRef> = {};
  for (const font of fonts) if (font.glyphs.length > 0) entries[font.name] = embedFont(context, font);
  return context.obj(entries);
}

/** A stream of the file, compressed. */
export function packed(
  context: PDFContext,
  content: Uint8Array | string,
  facts: Record<string, PDFObject | string | number> = {},
): PDFRef {
  const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  const dict = context.obj({ ...facts, Filter: "FlateDecode" });
  return context.register(PDFRawStream.of(dict, deflateSync(bytes)));
}

function embedFont(context: PDFContext, use: FontOnPage): PDFRef {
  const { file, places } = subsetFont(use);
  const name = `${tagOf(use)}+${use.face.font.postscriptName}`;
  const isCff = isOutlined(use.face.font);
  const program = packed(context, file, isCff ? { Subtype: "CIDFontType0C" } : { Length1: file.length });
  const descendant = context.obj({
    Type: "Font",
    Subtype: isCff ? "CIDFontType0" : "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of("Identity"), Supplement: 0 },
    ...(isCff ? {} : { CIDToGIDMap: packed(context, places) }),
    W: [1, use.glyphs.map((glyph) => Math.round(glyph.width * 100) / 100)],
    FontDescriptor: describe(context, use, name, { [isCff ? "FontFile3" : "FontFile2"]: program }),
  });
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [context.register(descendant)],
      ToUnicode: packed(context, meaningOf(use)),
    }),
  );
}

function describe(
  context: PDFContext,
  { face: { font, scale } }: FontOnPage,
  name: string,
  program: Record<string, PDFRef>,
): PDFRef {
  const { minX, minY, maxX, maxY } = font.bbox;
  const descriptor = context.obj({
    Type: "FontDescriptor",
    FontName: PDFName.of(name),
    Flags: font.italicAngle === 0 ? 4 : 68,
    FontBBox: [minX, minY, maxX, maxY].map((each) => Math.round(each * scale)),
    ItalicAngle: font.italicAngle,
    Ascent: Math.round(font.ascent * scale),
    Descent: Math.round(font.descent * scale),
    CapHeight: Math.round((font.capHeight || font.ascent) * scale),
    XHeight: Math.round((font.xHeight || 0) * scale),
    StemV: font["OS/2"].usWeightClass >= 600 ? 120 : 80,
    ...program,
  });
  return context.register(descriptor);
}

/** Six letters that differ where the glyphs do. */
function tagOf(use: FontOnPage): string {
  const digest = createHash("sha256")
    .update(JSON.stringify(use.glyphs.map(({ id, signs }) => [id, signs])))
    .digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join("");
}

const MOST_IN_A_BLOCK = 100;

/** The ToUnicode map: which letters each code means. */
function meaningOf(use: FontOnPage): string {
  const lines = use.glyphs.map((glyph, index) => `<${hex(index + 1)}> <${utf16(glyph.letters)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += MOST_IN_A_BLOCK) {
    const block = lines.slice(at, at + MOST_IN_A_BLOCK);
    blocks.push(`${block.length} beginbfchar`, ...block, "endbfchar");
  }
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}

const hex = (value: number): string => value.toString(16).padStart(4, "0");
const utf16 = (letters: string): string =>
  letters
    .split("")
    .map((unit) => hex(unit.charCodeAt(0)))
    .join("");
