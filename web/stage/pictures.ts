import { hasPictures, playsAs as kindPlaysAs } from "../files/file-look.ts";
import type { ShownVersion } from "./stage.api.ts";

const mostPages = 40;

/** Where the picture of a file's page is; a PDF's further pages are "page-2" and so on. */
export const pictureAt = (fileId: string, page: number, size: "small" | "large" = "large"): string =>
  `/api/files/${fileId}/preview/${page === 1 ? size : `page-${page}`}`;

/** Whether the server makes pictures of this file. */
export const hasPicture = ({ file }: ShownVersion): boolean => file !== null && hasPictures(file.mediaType);

/** How many pages there are to turn. */
export const pagesOf = (version: ShownVersion): number =>
  hasPicture(version) ? Math.min(version.file?.pages ?? 1, mostPages) : 1;

/** What plays in place, if the file does. */
export const playsAs = ({ file }: ShownVersion) => (file ? kindPlaysAs(file.mediaType) : undefined);

/** Whether a film had a picture to show before it plays, when it was shown: then its measures are known. */
export const hasPoster = (version: ShownVersion): boolean =>
  playsAs(version) === "video" && typeof version.file?.width === "number";

/** The small picture for a label or a ledge. */
export function thumbnailOf(version: ShownVersion | undefined) {
  if (!version?.file || !(hasPicture(version) || hasPoster(version))) return null;
  const { id, width, height } = version.file;
  const measures = width && height ? { width, height } : {};
  return { src: pictureAt(id, 1, "small"), alt: version.altText, ...measures };
}

/** The version a piece stands for: the newest final one, else the newest. */
export const standsFor = (versions: readonly ShownVersion[]): ShownVersion | undefined =>
  versions.findLast(({ stage }) => stage === "final") ?? versions.at(-1);

/** The name of the place a link leads to. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, "");
  } catch {
    return url;
  }
}
