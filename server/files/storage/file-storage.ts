import { createWriteStream } from "node:fs";
import { mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isKey, newKey, ours } from "./key.ts";
import { ContentMissing, type ByteRange, type Storage } from "./storage.ts";

/** What is being written has another name until it is whole. */
const unfinished = ".part";

/** Contents as files in a folder only the server's user can open. */
export class FileStorage implements Storage {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async put(source: AsyncIterable<Uint8Array>): Promise<string> {
    const key = newKey();
    await this.putAs(key, source);
    return key;
  }

  async putAs(key: string, source: AsyncIterable<Uint8Array>): Promise<void> {
    const path = this.pathOf(key);
    const part = `${path}${unfinished}`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // `flush` syncs before closing: after the rename the content survives a power cut.
    const target = createWriteStream(part, { mode: 0o600, flush: true });
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
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const file = await open(this.pathOf(key)).catch((error: unknown) => {
      throw isMissing(error) ? new ContentMissing(key) : error;
    });
    return file.createReadStream(range ?? {});
  }

  async measure(key: string): Promise<number | null> {
    const facts = await stat(this.pathOf(key)).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    return facts && facts.size;
  }

  async withLocalFile<T>(key: string, use: (path: string) => Promise<T>): Promise<T> {
    if ((await this.measure(key)) === null) throw new ContentMissing(key);
    return await use(this.pathOf(key));
  }

  async delete(key: string): Promise<void> {
    const [whole, ending] = partedKey(key);
    await rm(`${this.pathOf(whole)}${ending}`, { force: true });
  }

  async *listOlderThan(before: Date): AsyncIterable<string> {
    for await (const folder of entriesOf(this.root)) {
      for await (const name of entriesOf(join(this.root, folder))) {
        const key = `${folder}/${name}`;
        if (isKey(partedKey(key)[0]) && (await this.isOlder(key, before))) yield key;
      }
    }
  }

  private async isOlder(key: string, before: Date): Promise<boolean> {
    const facts = await stat(join(this.root, key)).catch(() => null);
    return facts !== null && facts.mtime < before;
  }

  private pathOf(key: string): string {
    return join(this.root, ours(key));
  }
}

/** A key, and the ending it has while its content is not whole. */
const partedKey = (key: string): [whole: string, ending: string] =>
  key.endsWith(unfinished) ? [key.slice(0, -unfinished.length), unfinished] : [key, ""];

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";

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
