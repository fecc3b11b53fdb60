import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { Problem } from "#server/http/problems.ts";
import { type FileKind, headBytes, sniffKind } from "./file-kind.ts";
import { safeName } from "./file-name.ts";
import type { Storage } from "./storage/storage.ts";

/** A content that lies whole in the storage and that no row refers to yet. */
export interface Received {
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Buffer;
}

/** The file part of an upload, as the multipart parser hands it out. */
export interface FilePart {
  readonly filename: string | undefined;
  readonly file: Readable & { readonly truncated: boolean };
}

/** Streams a part into the storage, counting, hashing and looking at its first bytes; what is refused leaves nothing. */
export async function receiveFile(storage: Storage, part: FilePart): Promise<Received> {
  const inspection = new Inspection(part);
  const key = await storage.put(inspection.pass());
  return { key, ...inspection.result() };
}

class Inspection {
  private readonly part: FilePart;
  private readonly hash = createHash("sha256");
  private bytes = 0;
  private kind: FileKind | undefined;
  private name = "";

  constructor(part: FilePart) {
    this.part = part;
  }

  /** The part's own bytes, once its kind is known to be one we take. */
  async *pass(): AsyncGenerator<Uint8Array> {
    let head: Uint8Array[] = [];
    for await (const chunk of this.part.file as AsyncIterable<Uint8Array>) {
      this.count(chunk);
      if (this.kind) {
        yield chunk;
        continue;
      }
      head.push(chunk);
      if (this.bytes < headBytes) continue;
      await this.recognise(head);
      yield* head;
      head = [];
    }
    if (this.bytes === 0) throw emptyFile();
    if (!this.kind) await this.recognise(head);
    yield* head;
    if (this.part.file.truncated) throw tooLarge(this.kind!);
  }

  result(): Omit<Received, "key"> {
    return {
      name: this.name,
      mediaType: this.kind!.mediaType,
      bytes: this.bytes,
      sha256: this.hash.digest(),
    };
  }

  private count(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    if (this.kind && this.bytes > this.kind.maxBytes) throw tooLarge(this.kind);
  }

  private async recognise(head: Uint8Array[]): Promise<void> {
    this.kind = await sniffKind(Buffer.concat(head));
    this.name = safeName(this.part.filename, this.kind);
  }
}

const emptyFile = (): Problem =>
  new Problem(
    400,
    "file-empty",
    "This file is empty. Look whether it opens on your device, then add it again.",
    {
      field: "file",
    },
  );

function tooLarge({ mediaType, maxBytes }: FileKind): Problem {
  const what = mediaType.startsWith("image/") ? "A picture" : "A PDF";
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  return new Problem(
    413,
    "file-too-large",
    `${what} may have up to ${megabytes} MB, and this one has more.`,
    {
      field: "file",
    },
  );
}
