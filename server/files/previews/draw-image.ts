import sharp from "sharp";
import { limits } from "../limits.ts";
import { edges, type Picture } from "./picture.ts";

type Source = Parameters<typeof sharp>[0];
type Options = NonNullable<Parameters<typeof sharp>[1]>;
/** Pixels as they lie in memory: red, green, blue and how opaque. */
export type Raw = { width: number; height: number; channels: 4 };

const open = (source: Source, options: Options = {}) =>
  sharp(source, { limitInputPixels: limits.previewPixels, ...options });

/** The image's size as a person sees it, turned upright. */
export async function measureImage(source: Source): Promise<{ width: number; height: number }> {
  const { autoOrient } = await open(source).metadata();
  return { width: autoOrient.width, height: autoOrient.height };
}

/** A WebP that fits the edge: upright, without EXIF, so without the place where a photo was taken; of a moving picture the first. */
export async function drawImage(
  source: Source,
  kind: string,
  edge: number,
  options: Options = {},
): Promise<Picture> {
  const { data, info } = await open(source, { autoOrient: true, ...options })
    .resize({ width: edge, height: edge, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return { kind, data, width: info.width, height: info.height };
}

/** The two pictures every image has. */
export async function* drawBoth(source: Source, options: Options = {}): AsyncGenerator<Picture> {
  const large = await drawImage(source, "large", edges.large, options);
  yield large;
  yield await drawImage(large.data, "small", edges.small);
}
