import type { PartOf } from "../form-layout.contract.ts";
import type { Entry, Fields, Words } from "../form-values.contract.ts";
import { inks, styles } from "../flow/look.ts";
import { air, beginning, withNext, type Strip } from "../flow/strip.ts";
import type { Tag } from "../page/tag.ts";
import type { Desk } from "./desk.ts";

const GAP = 2.2;

/** Sentences that begin with their label: "Celebrate. She got up at five." */
export function lines(part: PartOf<"lines">, values: Fields, desk: Desk, tag: Tag): Strip[] {
  const told = part.fields.filter((field) => values[field.key] !== undefined);
  return told.flatMap((field, index) => {
    const words = phrases(
      { word: field.label, style: "strong" },
      values[field.key] ?? { word: desk.layout.unwritten, style: "muted" },
    );
    const strips = desk.text(words, styles.body, { width: desk.width, tag: tag.add("P") });
    return index > 0 ? [air(GAP * desk.scale), ...strips] : strips;
  });
}

/** What several people said, each under the other, a translation in grey beside. */
export function entries(_part: PartOf<"entries">, values: Entry[], desk: Desk, tag: Tag): Strip[] {
  return values.flatMap((entry, index) => {
    const strips = entryStrips(entry, desk, tag, desk.width);
    return index > 0 ? [air(GAP * desk.scale), ...strips] : strips;
  });
}

/** One person's words; what they are in another language stands under them in grey. */
export function entryStrips(entry: Entry, desk: Desk, tag: Tag, width: number, dx = 0): Strip[] {
  const own = entry.who === undefined && entry.note === undefined;
  const words = own ? entry.text : phrases(named(entry.who), entry.text, restyled(entry.note, "muted"));
  const strips = desk.text(words, styles.body, {
    width,
    dx,
    align: own ? "own" : "start",
    tag: tag.add("P"),
  });
  if (entry.translation === undefined) return strips;
  const beneath = desk.text(entry.translation, styles.note, { width, dx, align: "own", tag: tag.add("P") });
  return [...strips.slice(0, -1), ...withNext(strips.slice(-1)), ...beneath];
}

/** "Rosa Duarte:" */
function named(who: Words | undefined): Words | undefined {
  const told = restyled(who, "strong");
  const last = Array.isArray(told) ? told.at(-1) : undefined;
  if (!Array.isArray(told) || typeof last !== "object" || !("text" in last)) return told;
  return [...told.slice(0, -1), { ...last, text: `${last.text}:` }];
}

const INDENT = 9;

/** Sentences, each with a small dot. */
export function list(_part: PartOf<"list">, values: Words[], desk: Desk, tag: Tag): Strip[] {
  const all = tag.add("L");
  return values.flatMap((words, index) => {
    const strips = itemStrips(words, desk, all.add("LI"));
    return index > 0 ? [air(GAP * desk.scale), ...strips] : strips;
  });
}

function itemStrips(words: Words, desk: Desk, item: Tag): Strip[] {
  const indent = INDENT * desk.scale;
  const [dot] = desk.set({ text: "•", style: "muted" }, styles.body, indent).lines;
  const label = item.add("Lbl");
  const place = { width: desk.width - indent, dx: indent, tag: item.add("LBody") };
  return beginning(desk.text(words, styles.body, place), (sheet, x, y) =>
    sheet.line(dot!, { x, y, width: indent }, "start", label),
  );
}

/** A paragraph. */
export function text(part: PartOf<"text">, value: Words, desk: Desk, tag: Tag): Strip[] {
  const style = { body: styles.body, quote: styles.quote, note: styles.note }[part.style ?? "body"];
  const kind = part.style === "quote" ? "BlockQuote" : "P";
  return desk.text(value, style, { width: desk.width, align: "own", tag: tag.add(kind) });
}

/** A sentence of the form itself. */
export function notice(part: PartOf<"notice">, desk: Desk, tag: Tag): Strip[] {
  const style = part.style === "note" ? styles.note : styles.body;
  return desk.text({ word: part.word }, style, { width: desk.width, tag: tag.add("P") });
}

const EDGE = { inset: 7.5, pad: 5, least: 30 };

/** Words in a frame; an empty one leaves room for handwriting. */
export function box(_part: PartOf<"box">, values: Entry[], desk: Desk, tag: Tag): Strip[] {
  const width = desk.width - 2 * EDGE.inset;
  const strips = values.flatMap((entry, index) => {
    const own = entryStrips(entry, desk, tag, width, EDGE.inset);
    return index > 0 ? [{ ...air(GAP), glue: false }, ...own] : own;
  });
  const inside = strips.length > 0 ? strips : [{ height: EDGE.least - 2 * EDGE.pad, draw: () => undefined }];
  return inside.map((strip, index) => framed(strip, desk.width, index === 0, index === inside.length - 1));
}

function framed(strip: Strip, width: number, first: boolean, last: boolean): Strip {
  const above = first ? EDGE.pad : 0;
  const height = above + strip.height + (last ? EDGE.pad : 0);
  return {
    ...strip,
    height,
    draw: (sheet, x, y) => {
      for (const side of [x, x + width - 0.6])
        sheet.rectangle({ x: side, y, width: 0.6 }, height, inks.strong);
      if (first) sheet.rule({ x, y: y + 0.3, width }, 0.6, inks.strong);
      if (last) sheet.rule({ x, y: y + height - 0.3, width }, 0.6, inks.strong);
      strip.draw(sheet, x, y + above);
    },
  };
}

type Phrase = Exclude<Words, unknown[]>;

const phrases = (...words: (Words | undefined)[]): Phrase[] => words.flatMap((each) => each ?? []);

function restyled(words: Words | undefined, style: "strong" | "muted"): Words | undefined {
  if (words === undefined) return undefined;
  return phrases(words).map((each) =>
    typeof each === "string" ? { text: each, style } : { style, ...each },
  );
}
