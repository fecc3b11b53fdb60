import sharp from "sharp";
import { limits } from "../limits.ts";
import { edges, type Picture } from "./picture.ts";

type Source = Parameters<typeof sharp>[0];

/** The image's size as a person sees it, turned upright. */
export async function measureImage(path: string): Promise<{ width: number; height: number }> {
  const { autoOrient } = await sharp(path, { limitInputPixels: limits.previewPixels }).metadata();
  return autoOrient;
}

/** A WebP that fits the edge: upright, without EXIF, so without the place where a photo was taken. */
export async function drawImage(
  source: Source,
  kind: string,
  edge: number,
  raw?: { width: number; height: number; channels: 4 },
): Promise<Picture> {
  const { data, info } = await sharp(source, {
    limitInputPixels: limits.previewPixels,
    autoOrient: true,
    ...(raw ? { raw } : {}),
  })
    .resize({ width: edge, height: edge, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return { kind, data, width: info.width, height: info.height };
}

/** The two pictures every image has. */
export async function* drawBoth(source: Source): AsyncGenerator<Picture> {
  const large = await drawImage(source, "large", edges.large);
  yield large;
  yield await drawImage(large.data, "small", edges.small);
}
