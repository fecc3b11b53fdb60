import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { freshDatabase } from "#test/support/database.ts";

const { db, drop } = await freshDatabase();
afterAll(drop);

const one = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows[0];

test("a day stays the text it is, an instant becomes a Date, a big integer a number", async () => {
  const row = await one(
    sql`select date '2026-05-12' as due_on, timestamptz '2026-05-12T18:40:00Z' as starts_at, 5000000000::int8 as size`,
  );
  expect(row).toEqual({
    dueOn: "2026-05-12",
    startsAt: new Date("2026-05-12T18:40:00Z"),
    size: 5_000_000_000,
  });
});

test("lists of days and of big integers are read alike", async () => {
  const row = await one(sql`select array[date '2026-05-12', null] as days, array[1::int8, null] as sizes`);
  expect(row).toEqual({ days: ["2026-05-12", null], sizes: [1, null] });
});

test("keys inside a JSON document keep their spelling", async () => {
  const row = await one(sql`select '{"family_voice": {"first_word": 1}}'::jsonb as form_values`);
  expect(row).toEqual({ formValues: { family_voice: { first_word: 1 } } });
});

// Vitest fails a run in which an error reached nobody, which would have ended a server.
test("a connection lost in the middle of a transaction fails that transaction, and nothing else", async () => {
  const transaction = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]!.pid}, 5000)`.execute(db);
    await sleep(50);
    await sql`select 1`.execute(tx);
  });
  await expect(transaction).rejects.toThrow();
  expect(await one(sql`select 1 as answer`)).toEqual({ answer: 1 });
});
