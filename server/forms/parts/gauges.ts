import type { Bar, Rating } from "../form-values.contract.ts";
import { inks, styles } from "../flow/look.ts";
import { circle, strokes } from "../page/marks.ts";
import type { Place } from "../page/paper.ts";
import type { Sheet } from "../page/sheet.ts";
import type { Tag } from "../page/tag.ts";
import type { CellLine } from "./bands.ts";
import type { Desk } from "./desk.ts";

const DOT = { size: 6.6, gap: 2.4, top: 2.7 };

/** A rating as dots and its figure; screen readers hear the figure. */
export function ratingLines({ rating, of }: Rating, desk: Desk, tag: Tag): CellLine[] {
  const [figure] = desk.set(String(rating), styles.body, 20).lines;
  return [
    (sheet, { x, y }) => {
      const r = DOT.size / 2;
      for (let index = 0; index < of; index++) {
        const place = { x: x + index * (DOT.size + DOT.gap), y: y + DOT.top, width: DOT.size };
        if (index < rating) sheet.path(place, circle(r, r, r), inks.ink);
        else sheet.path(place, circle(r, r, r - 0.45), inks.strong, 0.9);
      }
      sheet.line(figure!, { x: x + of * (DOT.size + DOT.gap) + 2.5, y, width: 20 }, "start", tag);
    },
  ];
}

const BAR = { height: 6, gap: 1.2, top: 3 };

/** Amounts as a bar: solid, striped, bold outline, thin outline; told in words to screen readers. */
export function barLines(value: Bar, desk: Desk, tag: Tag): CellLine[] {
  const figure = tag.add("Figure", { alt: desk.reader.plain(value.alt) });
  return [
    (sheet, place) => {
      let x = place.x;
      for (const { amount, fill } of value.bar) {
        const width = Math.max(1.5, (amount / value.of) * place.width - BAR.gap);
        segment(sheet, { x, y: place.y + BAR.top, width }, fill, figure);
        x += width + BAR.gap;
      }
    },
  ];
}

function segment(sheet: Sheet, place: Place, fill: Bar["bar"][number]["fill"], tag: Tag): void {
  if (fill === "done") return sheet.rectangle(place, BAR.height, inks.ink, 0, tag);
  if (fill === "short") return sheet.rectangle(place, BAR.height, inks.ink, 1.5, tag);
  if (fill === "todo") return sheet.rectangle(place, BAR.height, inks.strong, 0.6, tag);
  for (let dx = 2; dx < place.width; dx += 2.4) {
    sheet.path(place, strokes([Math.max(0.4, dx - 2), BAR.height - 0.5], [dx, 0.5]), inks.ink, 0.8, tag);
  }
  sheet.rectangle(place, BAR.height, inks.ink, 0.7, tag);
}
