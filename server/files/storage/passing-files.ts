import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, opendir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** A content on this machine for a moment. */
export interface PassingFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: Buffer;
}

const aDay = 86_400_000;

/** A folder in which contents lie while they pass through this machine; what a killed process left there goes after a day. */
export class PassingFiles {
  private readonly folder: string;
  private cleared: Promise<void> | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Writes the source into a file that is there until `use` has ended. */
  async hold<T>(source: AsyncIterable<Uint8Array>, use: (file: PassingFile) => Promise<T>): Promise<T> {
    await (this.cleared ??= this.clear());
    const path = join(this.folder, randomUUID());
    try {
      return await use(await write(source, path));
    } finally {
      await rm(path, { force: true });
    }
  }

  private async clear(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for await (const { name } of await opendir(this.folder)) {
      const path = join(this.folder, name);
      const facts = await stat(path).catch(() => null);
      if (facts && Date.now() - facts.mtimeMs > aDay) await rm(path, { force: true });
    }
  }
}

async function write(source: AsyncIterable<Uint8Array>, path: string): Promise<PassingFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const target = createWriteStream(path, { flags: "wx", mode: 0o600 });
  try {
    await pipeline(counted, target);
  } finally {
    // A source that fails at once may be faster than the file is opened, which would then stay.
    if (!target.closed) await new Promise<void>((resolve) => target.once("close", () => resolve()));
  }
  return { path, bytes, sha256: hash.digest() };
}
