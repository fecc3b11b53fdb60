import type { FormLayout } from "./form-layout.contract.ts";
import type { FormValues } from "./form-values.contract.ts";
import { Book } from "./flow/book.ts";
import {
  bottomAboveFoot,
  drawFurniture,
  drawWatermark,
  firstHead,
  frameOn,
  setFurniture,
  topAfterHead,
} from "./furniture.ts";
import { bind } from "./page/bind.ts";
import { Tag } from "./page/tag.ts";
import { Desk } from "./parts/desk.ts";
import type { Reader } from "./reader.ts";
import type { PlacedBox } from "./page/paper.ts";
import { laySections } from "./sections.ts";
import { composed } from "./type/letters.ts";

const papers = { letter: [612, 792], a4: [595.28, 841.89] } as const;

/** A drawn form. */
export interface RenderedForm {
  bytes: Uint8Array;
  pages: number;
  /** Every line of text, where it landed. */
  boxes: PlacedBox[];
  /** Letters no face has; each is drawn as a replacement sign. */
  missing: string[];
}

/** Draws a form whose layout and values have been checked. */
export async function drawForm(
  layout: FormLayout,
  values: FormValues,
  reader: Reader,
): Promise<RenderedForm> {
  const [width, height] = papers[layout.paper];
  const frame = frameOn(width, height);
  const desk = new Desk(reader, layout, frame.end - frame.inner);
  const furniture = setFurniture(values, desk, frame);
  const room = { top: topAfterHead(furniture, frame), bottom: bottomAboveFoot(furniture, frame) };
  const paper = { width, height, rightToLeft: reader.direction === "rtl" };
  const book = new Book(paper, room, (sheet) => {
    if (values.draft) drawWatermark(sheet, reader.plain({ word: layout.draft }), paper.rightToLeft);
  });
  const root = new Tag("Document", { lang: reader.language });
  const start = { page: 0, y: firstHead(values, desk, book.sheet(0), frame, root) };
  laySections(book, values, desk, root, { x: frame.inner, start });
  drawFurniture(book, furniture, desk, frame);
  const bytes = await bind(book.sheets, root, book.letters, factsOf(values, reader));
  const boxes = book.sheets.flatMap((sheet) => sheet.boxes);
  return { bytes, pages: book.sheets.length, boxes, missing: [...desk.missing].sort() };
}

function factsOf(values: FormValues, reader: Reader) {
  const said = (words: FormValues["title"]) => composed(reader.plain(words)).replace(/\s+/g, " ").trim();
  return {
    title: said(values.title),
    ...(values.subject === undefined ? {} : { subject: said(values.subject) }),
    language: reader.language,
    issuedAt: values.issuedAt,
  };
}
