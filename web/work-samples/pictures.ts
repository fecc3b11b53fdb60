import { hasPictures } from "../files/file-look.ts";
import type { WorkVersion } from "./work-sample.api.ts";

/** Where the picture of a file is; further pages of a PDF are "page-2" and so on. */
export const previewOf = (fileId: string, kind: string): string => `/api/files/${fileId}/preview/${kind}`;

/** Whether something of a file is on its way: its picture, or what the scanner says. */
export const isComing = (file: WorkVersion["file"]): boolean =>
  file?.preview === "waiting" || file?.trouble === "held";

/** The small picture a version shows on the shelf, if it has one. */
export function thumbnailOf({ file, altText }: WorkVersion) {
  if (file?.preview !== "made") return null;
  const measures = file.width && file.height ? { width: file.width, height: file.height } : {};
  return { src: previewOf(file.id, "small"), alt: altText, ...measures };
}

/** The pictures of every page, first to last; the server makes the first forty. */
export function pagesOf({ file }: WorkVersion): string[] {
  if (file?.preview !== "made" || !hasPictures(file.mediaType)) return [];
  const more = Array.from({ length: Math.min(file.pages ?? 1, 40) - 1 }, (_, at) => `page-${at + 2}`);
  return ["large", ...more].map((kind) => previewOf(file.id, kind));
}

/** The picture a film shows before it plays, if it has one. */
export const posterOf = ({ file }: WorkVersion): string | undefined =>
  file?.preview === "made" ? previewOf(file.id, "large") : undefined;

/** The name of the place a link leads to. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, "");
