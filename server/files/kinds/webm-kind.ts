import { kindOf, type FileKind } from "./file-kind.ts";

/** A WebM holds sound alone where its tracks, named at its beginning, are all of sound. */
export function kindOfWebm(head: Uint8Array): FileKind {
  const start = Buffer.from(head).toString("latin1");
  const isSound = /A_(?:OPUS|VORBIS)/.test(start) && !/V_(?:VP8|VP9|AV1|MPEG)/.test(start);
  return kindOf(isSound ? "audio/webm" : "video/webm");
}
