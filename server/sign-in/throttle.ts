import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import { TooMany } from "#server/http/problems.ts";

const windowMinutes = 15;

/** Failures allowed in a quarter of an hour: few for one name, many for one address, since a school is one address. */
const limits = { name: 10, address: 300, link: 5 } as const;

export interface Bucket {
  readonly kind: keyof typeof limits;
  readonly value: string;
}

const keyOf = ({ kind, value }: Bucket): string => `${kind} ${value.toLowerCase().slice(0, 200)}`;

function windowStart(now: Date): Date {
  const length = windowMinutes * 60_000;
  return new Date(Math.floor(now.getTime() / length) * length);
}

/** Throws `TooMany` when one of the buckets is full. */
export async function checkThrottle(db: Db, buckets: Bucket[], now: Date): Promise<void> {
  const rows = await db
    .selectFrom("signInAttempt")
    .select(["bucket", "failures"])
    .where("bucket", "in", buckets.map(keyOf))
    .where("windowStart", "=", windowStart(now))
    .execute();
  const full = buckets.some((bucket) =>
    rows.some((row) => row.bucket === keyOf(bucket) && row.failures >= limits[bucket.kind]),
  );
  if (full) throw new TooMany();
}

/** Counts one more try in each bucket. */
export async function countTry(db: Db, buckets: Bucket[], now: Date): Promise<void> {
  const rows = buckets.map((bucket) => ({
    bucket: keyOf(bucket),
    windowStart: windowStart(now),
    failures: 1,
  }));
  await db
    .insertInto("signInAttempt")
    .values(rows.sort((a, b) => (a.bucket < b.bucket ? -1 : 1)))
    .onConflict((conflict) =>
      conflict
        .columns(["bucket", "windowStart"])
        .doUpdateSet({ failures: sql`sign_in_attempt.failures + 1` }),
    )
    .execute();
}
