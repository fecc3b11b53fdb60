import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attacksOnBody, attacksOnPath, type Attack, type Schema } from "./hostile.ts";
import type { Kind } from "./cast.ts";
import { setStage, type Stage } from "./stage.ts";
import { table } from "./table.ts";
import type { Row } from "./row.ts";

let stage: Stage;
let bodies: Map<string, Schema>;
beforeAll(async () => {
  stage = await setStage();
  bodies = await bodySchemas(stage);
});
afterAll(async () => await stage.close());

/** Whoever is entitled, so that what stops an attack is not merely the door. */
const attackerOf = (row: Row): Kind =>
  row.may.find((kind) => kind !== "nobody" && row.except?.[kind] === undefined) ?? "nobody";

describe.each(table)("$route", (row) => {
  test("answers every hostile value with a clear refusal, stores nothing half, and never breaks", async () => {
    const kind = attackerOf(row);
    const before = await countRows(stage.database.db);
    const complaints: string[] = [];
    for (const each of attacksOf(row, kind)) {
      const complaint = await complaintAbout(each, kind, before);
      if (complaint !== null) complaints.push(complaint);
    }
    expect(complaints).toEqual([]);
  });
});

function attacksOf(row: Row, kind: Kind): Attack[] {
  const good = stage.request(row, kind);
  const schema = bodies.get(row.route);
  const foreign = [stage.cast.people["other district's administrator"].personId];
  return [
    ...attacksOnPath(good, row.route, foreign, row.makesUp),
    ...(schema === undefined ? [] : attacksOnBody(good, schema)),
  ];
}

async function complaintAbout(
  { name, asked, mustFail }: Attack,
  kind: Kind,
  before: string,
): Promise<string | null> {
  // Most attacks are refused before anything is written: only then the tables need no counting.
  const look = async () => ((await hasWritten(stage.db)) ? await countRows(stage.db) : before);
  const { status, text, type, after = before } = await stage.inspect(kind, asked, look);
  if (status >= 500) return `${name}: ${status} ${text.slice(0, 200)}`;
  if (mustFail && status < 400) return `${name}: was let through with ${status}`;
  if (status >= 400 && !type.startsWith("application/problem+json")) return `${name}: ${status} as ${type}`;
  if (status >= 400 && after !== before) return `${name}: refused with ${status}, yet something was stored`;
  return null;
}

/** Counts what may be half stored; tries at a door and who looked are counted on purpose. */
const notCounted = ["sign_in_attempt", "session", "access_read", "kysely_migration", "kysely_migration_lock"];

/** Whether any row was put in, changed or taken out since the try began, also where it was rolled back again. */
async function hasWritten(db: Db): Promise<boolean> {
  // PostgreSQL gives a transaction its number with the first row it locks or writes; without one there is nothing to count.
  const { rows: begun } = await sql<{
    number: string | null;
  }>`select pg_current_xact_id_if_assigned()::text as number`.execute(db);
  if ((begun[0]?.number ?? null) === null) return false;
  const { rows } = await sql<{ writes: number }>`
    select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) as writes from pg_stat_xact_user_tables
    where relname <> all(${notCounted}::text[])`.execute(db);
  return Number(rows[0]?.writes ?? 1) > 0;
}

async function countRows(db: Db): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  const names = rows.map((row) => row.name).filter((name) => !notCounted.includes(name));
  const counts = sql.join(
    names.map((name) => sql`(select count(*) from ${sql.table(name)})`),
    sql` || ' ' || `,
  );
  const counted = await sql<{ counts: string }>`select ${counts} as counts`.execute(db);
  return counted.rows[0]?.counts ?? "";
}

async function bodySchemas({ app }: Stage): Promise<Map<string, Schema>> {
  const described = (await app.inject("/api/openapi.json")).json<{
    paths: Record<string, Record<string, { requestBody?: { content?: Record<string, { schema: Schema }> } }>>;
  }>();
  const entries = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content?.["application/json"]?.schema;
      return schema === undefined
        ? []
        : [[`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`, schema] as const];
    }),
  );
  return new Map(entries);
}
