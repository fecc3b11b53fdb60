import { createHash } from "node:crypto";
import type { Db } from "#server/database/connect.ts";
import { ContentMissing, type Storage } from "../storage/storage.ts";
import { listContents, type KnownContent } from "./list-contents.ts";

/** What a run of moving did; `lost` and `damaged` are keys that another look cannot mend. */
export interface Moved {
  moved: number;
  bytes: number;
  already: number;
  readonly lost: string[];
  readonly damaged: string[];
}

type Stores = { from: Storage; to: Storage };

const atOnce = 8;

/**
 * Copies every content the database knows of into another store, under the key it has, so that nothing in the database changes.
 * Stopped at any moment and begun again, it goes on: what lies whole in the other store is not sent twice.
 * What is not there, or no longer what was taken in, is named and not copied. Nothing is removed.
 */
export async function moveContents(
  db: Db,
  stores: Stores,
  tell: (moved: Moved) => void = () => undefined,
): Promise<Moved> {
  const moved: Moved = { moved: 0, bytes: 0, already: 0, lost: [], damaged: [] };
  const contents = listContents(db);
  const carry = async () => {
    for await (const content of contents) {
      await move(stores, content, moved);
      tell(moved);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, carry));
  return moved;
}

async function move({ from, to }: Stores, { key, bytes, sha256 }: KnownContent, moved: Moved): Promise<void> {
  const there = await to.measure(key);
  if (there !== null && there === (bytes ?? (await from.measure(key)))) return void moved.already++;
  try {
    await to.putAs(key, unchanged(await from.read(key), sha256));
  } catch (error) {
    if (error instanceof ContentMissing) return void moved.lost.push(key);
    if (error instanceof ContentChanged) return void moved.damaged.push(key);
    throw error;
  }
  moved.moved++;
  moved.bytes += bytes ?? (await to.measure(key)) ?? 0;
}

class ContentChanged extends Error {}

/** The content, which fails at its end when it is not what it was: nothing is kept then. */
async function* unchanged(
  content: AsyncIterable<Uint8Array>,
  sha256: Buffer | null,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
  if (sha256 && !hash.digest().equals(sha256)) throw new ContentChanged();
}
