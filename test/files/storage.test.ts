import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "#server/files/storage/open-storage.ts";
import { ContentMissing, type Storage } from "#server/files/storage/storage.ts";
import { openBucket, type Bucket } from "#test/support/s3.ts";

let folder: string;
let bucket: Bucket;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stores-"));
  bucket = await openBucket();
});
afterAll(async () => {
  await bucket.close();
  await rm(folder, { recursive: true, force: true });
});

const stores = {
  "a folder": () => pathToFileURL(join(folder, "files")).href,
  "a bucket": () => bucket.url,
};
const nobodys = `ab/${"c".repeat(38)}`;

describe.each(Object.entries(stores))("in %s", (_, url) => {
  let store: Storage;
  beforeAll(async () => void (store = await openStorage(url(), folder)));

  test("a content comes back as it was put, under a key that tells nothing", async () => {
    const content = randomBytes(300_000);
    const key = await store.put(inChunks(content));
    expect(key).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{38}$/);
    expect((await all(await store.read(key))).equals(content)).toBe(true);
    expect(await store.measure(key)).toBe(300_000);
  });

  test("a film is sought in: any range, both ends included", async () => {
    const content = randomBytes(100_000);
    const key = await store.put(inChunks(content));
    for (const [start, end] of [
      [0, 9],
      [5, 5],
      [99_999, 99_999],
      [1_000, 70_000],
    ] as const)
      expect(
        (await all(await store.read(key, { start, end }))).equals(content.subarray(start, end + 1)),
      ).toBe(true);
  });

  test("a source that breaks leaves nothing, whether at once or in the middle", async () => {
    const before = await keysIn(store);
    for (const good of [0, 1, 5])
      await expect(store.put(breaksAfter(good))).rejects.toThrow("the line broke");
    expect(await keysIn(store)).toEqual(before);
    expect(await readdir(join(folder, "passing")).catch(() => [])).toEqual([]);
  });

  test("an empty content is a content", async () => {
    const key = await store.put(inChunks(Buffer.alloc(0)));
    expect([await store.measure(key), (await all(await store.read(key))).length]).toEqual([0, 0]);
  });

  test("what is not there is said to be missing, and removing it is no error", async () => {
    expect(await store.measure(nobodys)).toBeNull();
    await expect(store.read(nobodys)).rejects.toThrow(ContentMissing);
    await expect(store.withLocalFile(nobodys, () => Promise.resolve())).rejects.toThrow(ContentMissing);
    await store.delete(nobodys);
  });

  test("a library gets the content as a file of this machine, which is no longer lent when it throws", async () => {
    const key = await store.put(inChunks(Buffer.from("Creek water, sample three")));
    expect(await store.withLocalFile(key, (path) => readFile(path, "utf8"))).toBe(
      "Creek water, sample three",
    );
    await expect(
      store.withLocalFile(key, () => Promise.reject(new Error("no such picture"))),
    ).rejects.toThrow("no such picture");
    expect(await readdir(join(folder, "passing")).catch(() => [])).toEqual([]);
  });

  test("a removed content is gone", async () => {
    const key = await store.put(inChunks(randomBytes(10)));
    await store.delete(key);
    expect(await store.measure(key)).toBeNull();
  });

  test("a content keeps the key it had elsewhere, and put once more it is there once", async () => {
    const key = `de/${"f".repeat(38)}`;
    await store.putAs(key, inChunks(Buffer.from("first")));
    await store.putAs(key, inChunks(Buffer.from("second")));
    expect((await all(await store.read(key))).toString()).toBe("second");
    expect((await keysIn(store)).filter((each) => each === key)).toHaveLength(1);
  });

  test("no name leads out of the store", async () => {
    for (const key of ["../secret", "ab/../../secret", "/etc/passwd", "", "ab/c", `${nobodys}/x`]) {
      await expect(store.read(key)).rejects.toThrow("not a key of ours");
      await expect(store.putAs(key, inChunks(Buffer.alloc(1)))).rejects.toThrow("not a key of ours");
      await expect(store.delete(key)).rejects.toThrow("not a key of ours");
    }
  });

  test("what was written before an instant is listed, and nothing younger", async () => {
    const key = await store.put(inChunks(randomBytes(10)));
    const later = new Date(Date.now() + 60_000);
    expect(await keysIn(store, later)).toContain(key);
    expect(await keysIn(store, new Date(Date.now() - 60_000))).not.toContain(key);
  });

  test("eight at once do not disturb each other", async () => {
    const contents = Array.from({ length: 8 }, (_, index) => randomBytes(50_000 + index));
    const keys = await Promise.all(contents.map((content) => store.put(inChunks(content))));
    const back = await Promise.all(keys.map(async (key) => digest(await all(await store.read(key)))));
    expect(back).toEqual(contents.map(digest));
  });
});

test("more objects than one answer of the protocol holds are all listed", async () => {
  const store = await openStorage(bucket.url, folder);
  const keyOf = (index: number) => `00/${index.toString(16).padStart(38, "0")}`;
  for (let from = 0; from < 1_100; from += 50)
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => store.putAs(keyOf(from + index), inChunks(Buffer.from("x")))),
    );
  const listed = (await keysIn(store)).filter((key) => key.startsWith("00/0000"));
  expect(listed).toHaveLength(1_100);
}, 60_000);

test("what others keep in the same bucket is not ours to list", async () => {
  const url = bucket.url.replace("/lectern", "/another-school");
  const theirs = await (await openStorage(url, folder)).put(inChunks(randomBytes(10)));
  expect(await keysIn(await openStorage(bucket.url, folder))).not.toContain(theirs);
});

test("a bucket that is not there is an error, never a missing content", async () => {
  const store = await openStorage(bucket.url.replace("student-work", "nobodys-bucket"), folder);
  await expect(store.read(nobodys)).rejects.toThrow("bucket does not exist");
});

test("what a killed process left passing through goes after a day", async () => {
  const dataDir = join(folder, "restarted");
  const first = await openStorage(bucket.url, dataDir);
  const key = await first.put(inChunks(randomBytes(10)));
  const [old, young] = ["old", "young"].map((name) => join(dataDir, "passing", name)) as [string, string];
  for (const path of [old, young]) await writeFile(path, "half");
  await utimes(old, new Date(), new Date(Date.now() - 25 * 3_600_000));
  await (await openStorage(bucket.url, dataDir)).withLocalFile(key, () => Promise.resolve());
  expect(await readdir(join(dataDir, "passing"))).toEqual(["young"]);
});

async function* inChunks(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += 16_384) {
    await sleep(0);
    yield content.subarray(from, from + 16_384);
  }
}

async function* breaksAfter(chunks: number): AsyncGenerator<Uint8Array> {
  for (let count = 0; count < chunks; count++) yield randomBytes(1_000);
  throw new Error("the line broke");
}

async function all(content: Readable): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

async function keysIn(store: Storage, before = new Date(Date.now() + 60_000)): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.listOlderThan(before)) keys.push(key);
  return keys.sort();
}

const digest = (content: Buffer): string => createHash("sha256").update(content).digest("hex");
