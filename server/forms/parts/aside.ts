import { inks, space, styles } from "../flow/look.ts";
import { beginning, heightOf, withNext, type Strip } from "../flow/strip.ts";
import type { Tag } from "../page/tag.ts";
import { stroke } from "./bands.ts";
import type { Desk } from "./desk.ts";
import { lineStrip } from "./desk.ts";

const WIDTH = 62;

/** A part with its label in a column of its own at the side, under a line across both. */
export function aside(desk: Desk, label: string, tag: Tag, draw: (desk: Desk) => Strip[]): Strip[] {
  const lines = desk
    .set({ word: label }, styles.label, WIDTH)
    .lines.map((line) => lineStrip(line, { width: WIDTH, tag }));
  const dx = WIDTH + space.gutter;
  const body = draw(desk.narrowed(desk.width - dx)).map((strip) => moved(strip, dx));
  return [{ ...stroke(desk.width, 0.6, inks.hair), glue: true }, ...beside(lines, body)];
}

const moved = (strip: Strip, dx: number): Strip => ({
  ...strip,
  draw: (sheet, x, y, again) => strip.draw(sheet, x + dx, y, again),
});

/** The label is drawn with the first strip; those next to it stay on its page. */
function beside(label: Strip[], body: Strip[]): Strip[] {
  const needed = space.row * 2 + heightOf(label);
  let height = 0;
  const kept = body.map((strip, index) => {
    height += strip.height;
    return height < needed && index < body.length - 1 ? { ...strip, keep: true } : strip;
  });
  const whole =
    height >= needed ? kept : [...withNext(kept), { height: needed - height, draw: () => undefined }];
  return beginning(whole, (sheet, x, y, again) => {
    let at = y + space.row + 0.7;
    for (const line of label) {
      line.draw(sheet, x, at, again);
      at += line.height;
    }
  });
}
