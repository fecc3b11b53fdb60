import { readFile } from "node:fs/promises";
import { measureImage } from "./draw-image.ts";
import { edges } from "./picture.ts";

/** Dots an inch at which a drawing has the size it says. */
const natural = 72;
const finest = 7200;

/** A drawing ready to be drawn large: from memory, so that it knows no folder to fetch from, and nothing in it runs. */
export async function openSvg(path: string) {
  const data = await readFile(path);
  const { width, height } = await measureImage(data);
  const density = Math.min(finest, Math.max(1, (natural * edges.large) / Math.max(width, height)));
  return { data, density, size: { width, height } };
}
