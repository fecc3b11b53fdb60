import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ByteRange, Storage } from "./storage.ts";

const validKey = /^[0-9a-f]{2}\/[0-9a-f]{38}(\.part)?$/;

/** Contents as files in a folder only the server's user can open. */
export class FileStorage implements Storage {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async put(source: AsyncIterable<Uint8Array>): Promise<string> {
    const name = randomBytes(20).toString("hex");
    const key = `${name.slice(0, 2)}/${name.slice(2)}`;
    const path = this.pathOf(key);
    const part = `${path}.part`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // `flush` syncs before closing: after the rename the content survives a power cut.
    const target = createWriteStream(part, { flags: "wx", mode: 0o600, flush: true });
    try {
      await pipeline(source, target);
      await rename(part, path);
      await syncFolder(dirname(path));
    } catch (error) {
      // A source that fails at once may be faster than the file is opened, which would then stay.
      if (!target.closed) await new Promise<void>((resolve) => target.once("close", () => resolve()));
      await rm(part, { force: true });
      throw error;
    }
    return key;
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.pathOf(key));
    return file.createReadStream(range ?? {});
  }

  withLocalFile<T>(key: string, use: (path: string) => Promise<T>): Promise<T> {
    return use(this.pathOf(key));
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *listOlderThan(before: Date): AsyncIterable<string> {
    for await (const folder of entriesOf(this.root)) {
      for await (const name of entriesOf(join(this.root, folder))) {
        const key = `${folder}/${name}`;
        if (validKey.test(key) && (await this.isOlder(key, before))) yield key;
      }
    }
  }

  private async isOlder(key: string, before: Date): Promise<boolean> {
    const facts = await stat(this.pathOf(key)).catch(() => null);
    return facts !== null && facts.mtime < before;
  }

  private pathOf(key: string): string {
    if (!validKey.test(key)) throw new Error("That is not a key of ours.");
    return join(this.root, key);
  }
}

/** The names in a folder, one at a time; none of a folder that is not there. */
async function* entriesOf(folder: string): AsyncIterable<string> {
  const entries = await opendir(folder).catch(() => null);
  if (entries === null) return;
  for await (const entry of entries) yield entry.name;
}

/** Without this a crash may forget the rename although the content is safe. Not every system can. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => null);
  if (folder === null) return;
  await folder
    .sync()
    .catch(() => undefined)
    .finally(() => folder.close());
}
