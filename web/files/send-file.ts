import type { UploadedFile } from "#server/files/file.contract.ts";
import { upload, type Progress, type Upload } from "../api/upload.ts";

/** A file on its way. `abort` leaves what arrived where it is, to go on from there; `letGo` has it forgotten. */
export type SentFile = Upload<UploadedFile> & { letGo: () => void };

/** Sends a file; tests hand in their own. */
export type SendFile = (file: File, onprogress: (progress: Progress) => void) => SentFile;

/** Up to here one request is less trouble than several: most photos of a notebook, texts, sounds. */
const inOneGo = 4 * 1024 * 1024;

/** Sends a small file in one go and a large one in pieces, which go on where they stopped. */
export const sendFile: SendFile = (file, onprogress) =>
  file.size <= inOneGo ? sendAtOnce(file, onprogress) : sendInPieces(file, onprogress);

function sendAtOnce(file: File, onprogress: (progress: Progress) => void): SentFile {
  const sending = upload<UploadedFile>("/api/files", file, { onprogress });
  return { ...sending, letGo: sending.abort };
}

/** What it takes to send in pieces comes with the first large file. */
function sendInPieces(file: File, onprogress: (progress: Progress) => void): SentFile {
  const sending = import("./pieces.ts").then(({ Pieces }) => new Pieces(file, onprogress));
  return {
    done: sending.then((pieces) => pieces.send()),
    abort: () => void sending.then((pieces) => pieces.stop()),
    letGo: () => void sending.then((pieces) => pieces.letGo()),
  };
}
