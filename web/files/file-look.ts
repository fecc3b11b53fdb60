import AudioLines from "@lucide/svelte/icons/audio-lines";
import FileText from "@lucide/svelte/icons/file-text";
import Film from "@lucide/svelte/icons/film";
import Presentation from "@lucide/svelte/icons/presentation";
import Sheet from "@lucide/svelte/icons/sheet";
import type { Glyph } from "../design/glyph.ts";
import { t, type WordKey } from "../words/words.svelte.ts";

/** What a file shows of itself, on the shelf and as it was shown. */
export type FileFacts = { id: string; name: string; mediaType: string; bytes: number };

const looks: [RegExp, WordKey, Glyph][] = [
  [/^image\//, "everywhere.fileImage", FileText],
  [/^audio\//, "everywhere.fileAudio", AudioLines],
  [/^video\//, "everywhere.fileVideo", Film],
  [/\/pdf$/, "everywhere.filePdf", FileText],
  [/wordprocessingml|msword|opendocument\.text$/, "everywhere.fileWords", FileText],
  [/spreadsheet|ms-excel|\/csv$/, "everywhere.fileSheet", Sheet],
  [/presentation|powerpoint/, "everywhere.fileSlides", Presentation],
];
const lookOf = (mediaType: string) => looks.find(([kind]) => kind.test(mediaType));

/** What kind of file it is, as people say it. */
export const sayKind = (mediaType: string): string => t(lookOf(mediaType)?.[1] ?? "everywhere.fileText");

/** The sign for a kind of file. */
export const iconOf = (mediaType: string | undefined): Glyph => lookOf(mediaType ?? "")?.[2] ?? FileText;

/** Whether the server makes pictures of this kind of file. */
export const hasPictures = (mediaType: string): boolean => /^image\/|^application\/pdf$/.test(mediaType);

/** What plays in place, if the file does. */
export function playsAs(mediaType: string): "audio" | "video" | undefined {
  if (mediaType.startsWith("audio/")) return "audio";
  return mediaType.startsWith("video/") ? "video" : undefined;
}

/** Whether a browser shows the file itself; others are saved (server/files/send-file.ts). */
export const opensInBrowser = (mediaType: string): boolean =>
  mediaType === "application/pdf" || /^image\/(jpeg|png|webp|gif|avif)$/.test(mediaType);
