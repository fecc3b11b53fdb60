import type { FileFamily } from "../file.contract.ts";
import { limits } from "../limits.ts";

/** A kind of file we take, known by its content and never by its name. */
export interface FileKind {
  readonly mediaType: string;
  readonly family: FileFamily;
  /** Endings its name may have; the first is given to a name that has none. */
  readonly extensions: readonly string[];
  readonly maxBytes: number;
  /** Whether every byte of it is text, and is looked at. */
  readonly isText: boolean;
}

const ofFamily =
  (family: FileFamily, isText = false) =>
  (mediaType: string, ...extensions: string[]): FileKind => ({
    mediaType,
    family,
    extensions,
    // Read each time: an installation sets its limits after this file was loaded.
    get maxBytes() {
      return limits[`${family}Bytes`];
    },
    isText,
  });

const image = ofFamily("image");
const drawing = ofFamily("image", true);
const document = ofFamily("document");
const text = ofFamily("document", true);
const audio = ofFamily("audio");
const video = ofFamily("video");

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/** The kinds taken. */
export const fileKinds: readonly FileKind[] = [
  image("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
  image("image/png", "png", "apng"),
  image("image/webp", "webp"),
  image("image/gif", "gif"),
  image("image/heic", "heic", "heif", "hif"),
  image("image/avif", "avif"),
  drawing("image/svg+xml", "svg"),
  document("application/pdf", "pdf"),
  document(`${office}.wordprocessingml.document`, "docx"),
  document(`${office}.spreadsheetml.sheet`, "xlsx"),
  document(`${office}.presentationml.presentation`, "pptx"),
  document("application/msword", "doc"),
  document("application/vnd.ms-excel", "xls"),
  document("application/vnd.ms-powerpoint", "ppt", "pps"),
  document(`${open}.text`, "odt"),
  document(`${open}.spreadsheet`, "ods"),
  document(`${open}.presentation`, "odp"),
  text("text/plain", "txt", "text", "log"),
  text("text/csv", "csv"),
  text("text/markdown", "md", "markdown"),
  audio("audio/mpeg", "mp3"),
  audio("audio/mp4", "m4a", "m4b"),
  audio("audio/wav", "wav"),
  audio("audio/ogg", "ogg", "oga", "opus"),
  audio("audio/webm", "webm", "weba"),
  video("video/mp4", "mp4", "m4v"),
  video("video/quicktime", "mov", "qt"),
  video("video/webm", "webm"),
];

/** The largest file of any kind. */
export const largestFile = (): number => Math.max(...fileKinds.map((kind) => kind.maxBytes));

/** Whether pictures are made of a content: of Office files, text and sound are none, and a video brings its own. */
export const isDrawable = (mediaType: string): boolean =>
  mediaType.startsWith("image/") || mediaType === "application/pdf";

/** The kind of a media type, if we take it. */
export const findKind = (mediaType: string | undefined): FileKind | undefined =>
  fileKinds.find((kind) => kind.mediaType === mediaType);

/** The kind of a media type that we take for certain. */
export function kindOf(mediaType: string): FileKind {
  const kind = findKind(mediaType);
  if (!kind) throw new Error(`${mediaType} is not among the kinds taken.`);
  return kind;
}
