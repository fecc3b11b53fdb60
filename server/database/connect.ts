import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import type { DB } from "./tables.ts";

/** Every table, as kysely-codegen read it from the migrated database. */
export type Database = DB;
export type Db = Kysely<Database>;
/** Use cases take this and nothing wider: there is no connection outside the transaction to misuse. */
export type Tx = Transaction<Database>;

const oid = { int8: 20, date: 1082, numeric: 1700, textList: 1009, int8List: 1016, dateList: 1182 } as const;

const textList = pg.types.getTypeParser(oid.textList as never) as (value: string) => (string | null)[];

/** Days stay text (a Date would be midnight in the server's zone); counts and scores fit a number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: "text" | "binary") => {
    if (type === oid.date) return (value: string) => value;
    if (type === oid.int8 || type === oid.numeric) return Number;
    if (type === oid.dateList) return textList;
    if (type === oid.int8List) return (value: string) => textList(value).map((each) => each && Number(each));
    return pg.types.getTypeParser(type, format);
  }) as pg.CustomTypesConfig["getTypeParser"],
};

/** Opens a pool of connections; `onError` hears of connections lost while idle. */
export function connect(config: pg.PoolConfig, onError: (error: Error) => void = () => undefined): Db {
  const pool = new pg.Pool({ max: 16, ...config, types });
  // Without a listener, a server that stops takes the process with it.
  pool.on("error", onError);
  // The pool listens to idle connections only; whoever uses one hears of its loss by the query that fails.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins: [keepDocuments()] });
}

/** Column names become camelCase; the keys inside JSONB documents stay as they were written. */
export const keepDocuments = (): CamelCasePlugin => new CamelCasePlugin({ maintainNestedObjectKeys: true });
