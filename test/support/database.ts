import { sql } from "kysely";
import { inject } from "vitest";
import { connect, type Db } from "#server/database/connect.ts";
import type { Cluster } from "./cluster.ts";

/** A database of a test file's own. */
export type TestDatabase = { db: Db; address: Cluster; url: string; drop(): Promise<void> };

/** Copies the migrated database; `drop` it in `afterAll`. */
export async function freshDatabase(): Promise<TestDatabase> {
  const address = { ...inject("cluster"), database: nextName() };
  await onServer(`create database ${address.database} template tpl strategy file_copy`);
  const db = connect(address);
  const drop = async () => {
    await db.destroy();
    await onServer(`drop database ${address.database} with (force)`);
  };
  return { db, address, url: urlOf(address), drop };
}

let made = 0;
const nextName = () => `test_${process.pid}_${++made}`;

async function onServer(statement: string): Promise<void> {
  const server = connect({ ...inject("cluster"), max: 1 });
  await sql.raw(statement).execute(server);
  await server.destroy();
}

/** The address as `DATABASE_URL` takes it, for a process of its own. */
function urlOf({ host, port, user, password, database }: Cluster): string {
  return `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}
