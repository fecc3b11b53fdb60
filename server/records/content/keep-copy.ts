import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import { digestOf } from "#server/canonical.ts";
import type { Db } from "#server/database/connect.ts";

interface Copy {
  readonly recordId: string;
  readonly version: number;
  /** Which parts are in it, "core+HOUSEHOLD", or which slip it is. */
  readonly part: string;
  readonly language: string;
  readonly copy: Buffer;
}

/** Which copies were given out: the same copy given twice is one row. */
export async function keepCopy(
  db: Db,
  { districtId, now }: Actor,
  { recordId, version, part, language, copy }: Copy,
): Promise<void> {
  const issued = { recordId, version, part, language, sha256: digestOf(copy), issuedAt: now };
  await db
    .insertInto("recordCopy")
    .values({ districtId, id: uuidv7(), ...issued })
    .onConflict((conflict) => conflict.constraint("copy_issued_once").doNothing())
    .execute();
}
