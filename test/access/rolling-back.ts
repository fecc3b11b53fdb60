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
  /** Whether anything was said to the database since the try that is going on began. */
  isTouched(): boolean;
}

/** Opens a database that a matrix of a thousand requests leaves as it was. */
export function openRollingBack(address: Cluster): RollingBack {
  const pool = new pg.Pool({ ...address, max: 1, types: numbersAndDays });
  pool.on("error", () => undefined);
  const dialect = new SavepointDialect({ pool });
  const db = new Kysely<Database>({ dialect, plugins: [keepDocuments()] });
  const run = (statement: string) => db.executeQuery(CompiledQuery.raw(statement));
  async function tryOut<T>(act: () => Promise<T>): Promise<T> {
    await run("begin");
    try {
      return await act();
    } finally {
      await run("rollback");
    }
  }
  return { db, tryOut, isTouched: () => dialect.driver?.isTouched ?? false };
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
  driver: SavepointDriver | undefined;
  override createDriver(): Driver {
    return (this.driver = new SavepointDriver(super.createDriver()));
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

  get isTouched(): boolean {
    return this.shared?.isTouched ?? false;
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
  /** The transaction of a try begins with its first statement: most tries are refused before they say any. */
  isTouched = false;

  constructor(inner: DatabaseConnection) {
    this.inner = inner;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = this.queue.then(() => this.guarded<R>(query));
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async guarded<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (query.sql === "begin") return this.begin<R>();
    if (query.sql === "rollback") return await this.takeBack<R>(query);
    // What the app writes between two tries, such as its log of reads, is no part of any.
    if (!this.isTryingOut) return await this.inner.executeQuery<R>(query);
    if (!this.isTouched) await this.inner.executeQuery(CompiledQuery.raw("begin"));
    this.isTouched = true;
    if (/^(rollback|savepoint|release|commit)/.test(query.sql))
      return await this.inner.executeQuery<R>(query);
    await this.inner.executeQuery(CompiledQuery.raw("savepoint statement"));
    try {
      return await this.inner.executeQuery<R>(query);
    } catch (error) {
      await this.inner.executeQuery(CompiledQuery.raw("rollback to savepoint statement"));
      throw error;
    }
  }

  private begin<R>(): QueryResult<R> {
    this.isTryingOut = true;
    return { rows: [] };
  }

  private async takeBack<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const wasTouched = this.isTouched;
    this.isTryingOut = this.isTouched = false;
    return wasTouched ? await this.inner.executeQuery<R>(query) : { rows: [] };
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.inner.streamQuery<R>(query, chunkSize);
  }
}
