import { pointsOf, type FormBox } from "../foreign-form.ts";
import type { PageView } from "../reading/page-view.ts";

/** A box as whoever reads it holds it: sizes in points, places from its lower left corner. */
export interface BoxPlace {
  width: number;
  height: number;
  /** The operands of cm that put the box's own places on the page. */
  matrix: number[];
  /** Where a rectangle inside the box is on the page as shown: points from its top left corner. */
  shown(x: number, y: number, width: number, height: number): Rectangle;
}

/** Points from the top left corner of the page as shown. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How a box lies on its page, however either is turned. */
export function placeOf(page: PageView, box: FormBox): BoxPlace {
  const [left, top] = [pointsOf(box.x), pointsOf(box.y)];
  const [wide, high] = [pointsOf(box.width), pointsOf(box.height)];
  const toShown = (x: number, y: number): [number, number] => {
    if (box.turn === 90) return [left + wide - y, top + high - x];
    if (box.turn === 180) return [left + wide - x, top + y];
    if (box.turn === 270) return [left + y, top + x];
    return [left + x, top + high - y];
  };
  const onPage = (x: number, y: number) => page.toPage(...toShown(x, y));
  const [origin, right, up] = [onPage(0, 0), onPage(1, 0), onPage(0, 1)];
  const lying = box.turn === 90 || box.turn === 270;
  return {
    width: lying ? high : wide,
    height: lying ? wide : high,
    matrix: [
      right[0] - origin[0],
      right[1] - origin[1],
      up[0] - origin[0],
      up[1] - origin[1],
      origin[0],
      origin[1],
    ],
    shown: (x, y, width, height) => rectangleOf(toShown(x, y), toShown(x + width, y + height)),
  };
}

const rectangleOf = (one: [number, number], other: [number, number]): Rectangle => ({
  x: Math.min(one[0], other[0]),
  y: Math.min(one[1], other[1]),
  width: Math.abs(one[0] - other[0]),
  height: Math.abs(one[1] - other[1]),
});
