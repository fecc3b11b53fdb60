import { kindOf, type FileKind } from "./file-kind.ts";

/** An MP4 that lists its tracks at its beginning, as recorders write it, holds sound alone where none of them is of pictures. */
export function kindOfMp4(head: Uint8Array): FileKind {
  const start = Buffer.from(head).toString("latin1");
  // “hdlr” boxes name the kind of each track (ISO/IEC 14496-12, section 8.4.3).
  const isSound = /hdlr.{8}soun/s.test(start) && !/hdlr.{8}vide/s.test(start);
  return kindOf(isSound ? "audio/mp4" : "video/mp4");
}
