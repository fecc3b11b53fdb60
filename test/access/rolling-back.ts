import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from "kysely";
import pg from "pg";
import { keepDocuments, type Database, type Db } from "#server/database/connect.ts";
import type { Cluster } from "#test/support/cluster.ts";

/** A database whose every change can be taken back: one connection, in which the app's transactions are savepoints. */
export interface RollingBack {
  readonly db: Db;
  /** Does something and takes back whatever it changed. */
  tryOut<T>(act: () => Promise<T>): Promise<T>;
}

/** Opens a database that a matrix of a thousand requests leaves as it was. */
export function openRollingBack(address: Cluster): RollingBack {
  const pool = new pg.Pool({ ...address, max: 1, types: numbersAndDays });
  pool.on("error", () => undefined);
  const db = new Kysely<Database>({ dialect: new SavepointDialect({ pool }), plugins: [keepDocuments()] });
  const run = (statement: string) => db.executeQuery(CompiledQuery.raw(statement));
  async function tryOut<T>(act: () => Promise<T>): Promise<T> {
    await run("begin");
    try {
      return await act();
    } finally {
      await run("rollback");
    }
  }
  return { db, tryOut };
}

const numbersAndDays: pg.CustomTypesConfig = {
  getTypeParser: ((type: number) =>
    type === 1082
      ? (value: string) => value
      : type === 20 || type === 1700
        ? Number
        : pg.types.getTypeParser(type)) as pg.CustomTypesConfig["getTypeParser"],
};

class SavepointDialect extends PostgresDialect {
  override createDriver(): Driver {
    return new SavepointDriver(super.createDriver());
  }
}

/** All requests share the one connection; nothing is committed. */
class SavepointDriver implements Driver {
  private readonly inner: Driver;
  private connection: DatabaseConnection | undefined;
  private shared: SavepointConnection | undefined;

  constructor(inner: Driver) {
    this.inner = inner;
  }

  init = (): Promise<void> => this.inner.init();
  releaseConnection = async (): Promise<void> => undefined;

  async acquireConnection(): Promise<DatabaseConnection> {
    this.connection ??= await this.inner.acquireConnection();
    this.shared ??= new SavepointConnection(this.connection);
    return this.shared;
  }

  async destroy(): Promise<void> {
    if (this.connection) await this.inner.releaseConnection(this.connection);
    await this.inner.destroy();
  }

  beginTransaction = async (connection: DatabaseConnection): Promise<void> =>
    await this.say(connection, "savepoint app");
  commitTransaction = async (connection: DatabaseConnection): Promise<void> =>
    await this.say(connection, "release savepoint app");
  rollbackTransaction = async (connection: DatabaseConnection): Promise<void> =>
    await this.say(connection, "rollback to savepoint app");

  private async say(connection: DatabaseConnection, statement: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(statement));
  }
}

/** A statement that fails must not spoil those after it, as it would not outside a transaction. */
class SavepointConnection implements DatabaseConnection {
  private readonly inner: DatabaseConnection;
  private queue: Promise<unknown> = Promise.resolve();
  private isTryingOut = false;

  constructor(inner: DatabaseConnection) {
    this.inner = inner;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = this.queue.then(() => this.guarded<R>(query));
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async guarded<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (query.sql === "begin") this.isTryingOut = true;
    if (query.sql === "rollback") this.isTryingOut = false;
    // What the app writes between two tries, such as its log of reads, is no part of any.
    if (!this.isTryingOut || /^(begin|rollback|savepoint|release|commit)/.test(query.sql))
      return await this.inner.executeQuery<R>(query);
    await this.inner.executeQuery(CompiledQuery.raw("savepoint statement"));
    try {
      return await this.inner.executeQuery<R>(query);
    } catch (error) {
      await this.inner.executeQuery(CompiledQuery.raw("rollback to savepoint statement"));
      throw error;
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.inner.streamQuery<R>(query, chunkSize);
  }
}
