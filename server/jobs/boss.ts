import { CompiledQuery, type Kysely } from "kysely";
import PgBoss from "pg-boss";

/** The schema pg-boss keeps for itself beside our tables. */
const schema = "pgboss";

/** Lets pg-boss speak through a connection of ours, so that a job can belong to a transaction. */
export function through(db: Kysely<any>): PgBoss.Db {
  const plain = db.withoutPlugins();
  return {
    executeSql: async (text, values) => {
      const { rows } = await plain.executeQuery(CompiledQuery.raw(text, values ?? []));
      return { rows: rows as unknown[] };
    },
  };
}

/** A pg-boss that migrates and supervises nothing unless asked to; its own cron is not used. */
export const bossOn = (db: PgBoss.Db, options: Partial<PgBoss.ConstructorOptions> = {}): PgBoss =>
  new PgBoss({ db, schema, migrate: false, supervise: false, schedule: false, ...options });
