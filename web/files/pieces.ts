import { DetailedError, Upload } from "tus-js-client";
import type { UploadedFile } from "#server/files/file.contract.ts";
import { tellSignedOut } from "../api/client.ts";
import { aborted, offline, readProblem, type Problem } from "../api/problem.ts";
import type { Progress } from "../api/upload.ts";
import { finishUpload, removeUpload } from "./file.api.ts";
import { unfinished } from "./unfinished.svelte.ts";

/** A piece a proxy will hold in its memory while it comes. */
const pieceBytes = 8 * 1024 * 1024;

/** One file that goes up in pieces (tus 1.0). A broken line ends it; sent anew it goes on from what arrived. */
export class Pieces {
  readonly #file: File;
  readonly #onprogress: (progress: Progress) => void;
  #running: Upload | undefined;
  #giveUp: ((problem: Problem) => void) | undefined;
  #isStopped = false;

  constructor(file: File, onprogress: (progress: Progress) => void) {
    this.#file = file;
    this.#onprogress = onprogress;
  }

  async send(): Promise<UploadedFile> {
    const begun = await unfinished.find(this.#file);
    if (this.#isStopped) throw aborted();
    const address = await this.#sendPieces(begun && `/api/uploads/${begun.id}`);
    const file = await finishUpload(address);
    unfinished.arrived(this.#file);
    return file;
  }

  stop(): void {
    this.#isStopped = true;
    void this.#running?.abort();
    this.#giveUp?.(aborted());
  }

  letGo(): void {
    this.stop();
    const address = this.#running?.url;
    if (address) void removeUpload(new URL(address, location.href).pathname).catch(() => undefined);
  }

  #sendPieces(begun: string | undefined): Promise<string> {
    const { name, lastModified, size } = this.#file;
    return new Promise((resolve, reject: (problem: Problem) => void) => {
      this.#giveUp = reject;
      const sending = new Upload(this.#file, {
        endpoint: "/api/uploads",
        uploadUrl: begun ?? null,
        chunkSize: pieceBytes,
        metadata: { filename: name, modified: String(lastModified) },
        // Whoever shows the upload also decides when it is tried again.
        retryDelays: null,
        // The server tells what is unfinished, on this device and on the next.
        storeFingerprintForResuming: false,
        onProgress: (sent) => this.#onprogress({ sent, total: size }),
        onError: (error) => reject(problemOfPieces(error)),
        onSuccess: () => resolve(new URL(sending.url ?? "", location.href).pathname),
      });
      this.#running = sending;
      sending.start();
    });
  }
}

function problemOfPieces(error: Error | DetailedError): Problem {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return offline();
  const status = response.getStatus();
  if (status === 401) tellSignedOut();
  return status === 0 ? offline() : readProblem(status, response.getBody());
}
