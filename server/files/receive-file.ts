import { createHash } from "node:crypto";
import { Problem } from "#server/http/problems.ts";
import { endingOf, safeName } from "./file-name.ts";
import type { FileKind } from "./kinds/file-kind.ts";
import { nameOf, unknownKind } from "./kinds/refusals.ts";
import { type Container, headBytes, isContainer, sniffKind } from "./kinds/sniff-kind.ts";
import { TextCheck } from "./kinds/text-kind.ts";
import type { Storage } from "./storage/storage.ts";

/** A content that lies whole in the storage and that no row refers to yet. */
export interface Received {
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Buffer;
}

/** A file as it comes in: the part of a form, or an upload put together. `truncated` says that a parser cut it off. */
export interface FilePart {
  readonly filename: string | undefined;
  readonly file: AsyncIterable<Uint8Array> & { readonly truncated?: boolean };
}

/** What a door takes where it takes less than every kind. */
export interface Wanted {
  readonly mediaTypes: readonly string[];
  readonly maxBytes: number;
}

/** Streams a part into the storage, counting, hashing and looking at its content; what is refused leaves nothing. */
export async function receiveFile(storage: Storage, part: FilePart, wanted?: Wanted): Promise<Received> {
  const inspection = new Inspection(part, wanted);
  const key = await storage.put(inspection.pass());
  try {
    const kind = await inspection.kindIn((look) => storage.withLocalFile(key, look));
    return { key, ...inspection.result(kind) };
  } catch (error) {
    await storage.delete(key);
    throw error;
  }
}

class Inspection {
  private readonly part: FilePart;
  private readonly wanted: Wanted | undefined;
  private readonly hash = createHash("sha256");
  private bytes = 0;
  private sniffed: FileKind | Container | undefined;
  private text: TextCheck | undefined;

  constructor(part: FilePart, wanted?: Wanted) {
    this.part = part;
    this.wanted = wanted;
  }

  /** The part's own bytes, once its first ones are of a kind we take. */
  async *pass(): AsyncGenerator<Uint8Array> {
    let head: Uint8Array[] = [];
    for await (const chunk of this.part.file) {
      this.count(chunk);
      if (this.sniffed) {
        this.text?.read(chunk);
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
    if (!this.sniffed) await this.recognise(head);
    yield* head;
    this.text?.end();
    if (this.part.file.truncated) throw tooLarge(this.sniffed!);
  }

  /** The kind of the whole; `borrow` lends the stored content where only a look inside tells. */
  async kindIn(borrow: (look: (path: string) => Promise<FileKind>) => Promise<FileKind>): Promise<FileKind> {
    const sniffed = this.sniffed!;
    return isContainer(sniffed) ? await borrow((path) => sniffed.look(path)) : sniffed;
  }

  result(kind: FileKind): Omit<Received, "key"> {
    return {
      name: safeName(this.part.filename, kind),
      mediaType: kind.mediaType,
      bytes: this.bytes,
      sha256: this.hash.digest(),
    };
  }

  private count(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    if (this.sniffed && this.bytes > this.sniffed.maxBytes) throw tooLarge(this.sniffed);
  }

  private async recognise(chunks: Uint8Array[]): Promise<void> {
    const head = Buffer.concat(chunks);
    this.sniffed = await recognise(head, this.part.filename, this.bytes, this.wanted);
    if (isContainer(this.sniffed) || !this.sniffed.isText) return;
    this.text = new TextCheck();
    this.text.read(head);
  }
}

/** The kind a content of so many bytes begins as; throws where we take no such thing, so large, or under such a name. */
export async function recognise(
  head: Uint8Array,
  filename: string | undefined,
  bytes: number,
  wanted?: Wanted,
): Promise<FileKind | Container> {
  const sniffed = narrow(await sniffKind(head, endingOf(filename)), wanted);
  if (bytes > sniffed.maxBytes) throw tooLarge(sniffed);
  // A name that lies is refused before the rest is waited for.
  if (!isContainer(sniffed)) safeName(filename, sniffed);
  return sniffed;
}

/** The kind with the limit of the door it came through; throws where the door takes no such thing. */
function narrow(sniffed: FileKind | Container, wanted?: Wanted): FileKind | Container {
  if (!wanted) return sniffed;
  if (isContainer(sniffed) || !wanted.mediaTypes.includes(sniffed.mediaType)) throw unknownKind();
  return { ...sniffed, maxBytes: Math.min(sniffed.maxBytes, wanted.maxBytes) };
}

/** A file with nothing in it. */
export const emptyFile = (): Problem =>
  new Problem(
    400,
    "file-empty",
    "This file is empty. Look whether it opens on your device, then add it again.",
    { field: "file" },
  );

const tooLarge = (sniffed: FileKind | Container): Problem =>
  tooLargeFor(isContainer(sniffed) ? "a document" : nameOf(sniffed), sniffed.maxBytes);

/** More than its kind may have. */
export function tooLargeFor(name: string, maxBytes: number): Problem {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  return new Problem(
    413,
    "file-too-large",
    `${name[0]!.toUpperCase()}${name.slice(1)} may have up to ${megabytes} MB, and this one has more.`,
    { field: "file", values: { megabytes } },
  );
}
