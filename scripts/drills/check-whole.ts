import { createHash } from "node:crypto";
import type { Db } from "#server/database/connect.ts";
import { listContents } from "#server/files/care/list-contents.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import type { Ledger } from "./ledger.ts";
import { studentCookie } from "./small-school.ts";
import { readField } from "./typing.ts";

/** What was looked at already, so that a round looks at what is new; a complete look forgets it. */
export class Seen {
  readonly contents = new Set<string>();
  files = 0;
}

type Place = { origin: string; ledger: Ledger; seen: Seen };

/** Every loss, each a sentence: what was acknowledged and is not there, not whole, or not what it was. */
export async function findLosses(place: Place, db: Db, files: Storage): Promise<string[]> {
  return [
    ...(await lostFiles(place)),
    ...(await lostUploads(place)),
    ...(await lostFields(place)),
    ...(await halfContents(db, files, place.seen)),
  ];
}

async function lostFiles({ origin, ledger, seen }: Place): Promise<string[]> {
  const losses: string[] = [];
  for (const { id, student, sha256 } of ledger.files.slice(seen.files)) {
    const answer = await fetch(`${origin}/api/files/${id}`, { headers: { cookie: studentCookie(student) } });
    const content = Buffer.from(await answer.arrayBuffer());
    if (!answer.ok) losses.push(`file ${id} was acknowledged and is answered with ${answer.status}`);
    else if (createHash("sha256").update(content).digest("hex") !== sha256)
      losses.push(`file ${id} is not what was sent`);
  }
  seen.files = ledger.files.length;
  return losses;
}

async function lostUploads({ origin, ledger }: Place): Promise<string[]> {
  const losses: string[] = [];
  for (const { address, student, received } of ledger.uploads.values()) {
    const headers = { "tus-resumable": "1.0.0", cookie: studentCookie(student) };
    const answer = await fetch(`${origin}${address}`, { method: "HEAD", headers });
    const offset = Number(answer.headers.get("upload-offset"));
    if (!answer.ok || offset < received)
      losses.push(`upload ${address} had ${received} bytes, now ${answer.ok ? offset : answer.status}`);
  }
  return losses;
}

async function lostFields({ origin, ledger }: Place): Promise<string[]> {
  const losses: string[] = [];
  for (const [room, { acknowledged, sent }] of ledger.fields) {
    const held = await readField(origin, room);
    if (held !== acknowledged && held !== sent)
      losses.push(`room ${room} saved “${acknowledged}” and holds “${held}”`);
  }
  return losses;
}

/** No row speaks of a content that is not there, or not whole. */
async function halfContents(db: Db, files: Storage, seen: Seen): Promise<string[]> {
  const losses: string[] = [];
  for await (const { key, bytes, sha256 } of listContents(db)) {
    if (seen.contents.has(key)) continue;
    const there = await files.measure(key);
    if (there === null || (bytes !== null && there !== bytes))
      losses.push(`content ${key} should have ${bytes ?? "some"} bytes and has ${there ?? "none"}`);
    else if (sha256 && !(await hashOf(files, key)).equals(sha256))
      losses.push(`content ${key} is not what it was`);
    seen.contents.add(key);
  }
  return losses;
}

async function hashOf(files: Storage, key: string): Promise<Buffer> {
  const hash = createHash("sha256");
  for await (const chunk of await files.read(key)) hash.update(chunk as Uint8Array);
  return hash.digest();
}
