import { createHash } from "node:crypto";
import { AccessLog } from "#server/access/access-log.ts";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { findActorOf } from "#server/sign-in/session.queries.ts";
import { readAsked, type AskedBundle } from "./bundle.queries.ts";
import { drawCopies, type Drawn } from "./draw-copies.ts";
import { listCopies, type CopyToDraw } from "./list-copies.ts";
import { printCopies } from "./print-copies.ts";
import { zipCopies } from "./zip-copies.ts";

type Place = { db: Db; files: Storage; now: () => Date };
type Wanted = { districtId: string; bundleId: string };

/** Puts a bundle together; bears running twice. Whoever asked and may no longer get it gets a failed one. */
export async function makeBundle(place: Place, { districtId, bundleId }: Wanted): Promise<void> {
  const { db, files, now } = place;
  const asked = await readAsked(db, districtId, bundleId);
  if (!asked) return;
  const actor = await findActorOf(db, { districtId, personId: asked.askedBy }, now());
  if (!actor) return await failBundle(db, { districtId, bundleId });
  const copies = await listCopies(db, asked, actor);
  await sayProgress(db, asked, { done: 0, total: copies.length });
  const drawn = counted(db, asked, drawCopies(place, asked, copies, now()));
  const [hash, size] = [createHash("sha256"), { bytes: 0 }];
  const content = measured(asked.form === "zip" ? zipCopies(drawn) : printCopies(drawn), hash, size);
  const storageKey = await files.put(content);
  const isKept = await finish(db, asked, {
    storageKey,
    bytes: size.bytes,
    sha256: hash.digest(),
    madeAt: now(),
  });
  if (!isKept) return await files.delete(storageKey);
  await noteReads(db, actor, copies);
}

/** Says that it could not be made. */
export async function failBundle(db: Db, { districtId, bundleId }: Wanted): Promise<void> {
  await db
    .updateTable("recordBundle")
    .set({ state: "failed" })
    .where("districtId", "=", districtId)
    .where("id", "=", bundleId)
    .where("state", "=", "waiting")
    .execute();
}

const sayProgress = async (
  db: Db,
  { districtId, id }: AskedBundle,
  progress: { done: number; total?: number },
) =>
  await db
    .updateTable("recordBundle")
    .set(progress)
    .where("districtId", "=", districtId)
    .where("id", "=", id)
    .execute();

/** Tells how many are done, ten at a time. */
async function* counted(db: Db, asked: AskedBundle, copies: AsyncIterable<Drawn>): AsyncGenerator<Drawn> {
  let done = 0;
  for await (const copy of copies) {
    yield copy;
    if (++done % 10 === 0) await sayProgress(db, asked, { done });
  }
  await sayProgress(db, asked, { done });
}

async function* measured(
  content: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
  size: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    hash.update(chunk);
    size.bytes += chunk.length;
    yield chunk;
  }
}

/** False where another run was faster or the bundle is gone. */
async function finish(
  db: Db,
  { districtId, id }: AskedBundle,
  made: { storageKey: string; bytes: number; sha256: Buffer; madeAt: Date },
): Promise<boolean> {
  const row = await db
    .updateTable("recordBundle")
    .set({ state: "made", ...made })
    .where("districtId", "=", districtId)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Whoever takes five hundred records home has read them, and their families see it. */
async function noteReads(db: Db, actor: Actor, copies: readonly CopyToDraw[]): Promise<void> {
  const log = new AccessLog(db);
  for (const studentId of new Set(copies.map((copy) => copy.studentId)))
    log.note(actor, studentId, "record.read");
  await log.close();
}
