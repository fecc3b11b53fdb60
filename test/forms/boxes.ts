import { expect } from "vitest";
import type { RenderedForm } from "#server/forms/render-form.ts";

type Box = RenderedForm["boxes"][number];

const describeBox = ({ page, x, y, width, height, text }: Box): string =>
  `"${text}" on page ${page} at ${[x, y, width, height].map((each) => each.toFixed(1)).join(" ")}`;

/** Every line lies on its page, and no line lies on another. */
export function expectTidy({ boxes, pages }: RenderedForm, paper = { width: 612, height: 792 }): void {
  expect(boxes.filter((box) => !isOn(box, paper)).map(describeBox)).toEqual([]);
  for (let page = 1; page <= pages; page++) {
    expect(collisions(boxes.filter((box) => box.page === page))).toEqual([]);
  }
}

const isOn = ({ x, y, width, height }: Box, paper: { width: number; height: number }): boolean =>
  x >= 18 && y >= 18 && x + width <= paper.width - 18 && y + height <= paper.height - 18;

function collisions(boxes: Box[]): string[] {
  const sorted = boxes.toSorted((one, other) => one.y - other.y);
  return sorted.flatMap((box, index) => {
    const below = sorted.slice(index + 1).filter((other) => other.y < box.y + box.height - 0.05);
    return below
      .filter((other) => beside(box, other))
      .map((other) => `${describeBox(box)} and ${describeBox(other)}`);
  });
}

const beside = (one: Box, other: Box): boolean =>
  one.x + one.width > other.x + 0.05 && other.x + other.width > one.x + 0.05;
