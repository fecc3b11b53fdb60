import type { Config } from "#server/config.ts";
import { connect, type Db } from "#server/database/connect.ts";
import { startEmbedded } from "#server/database/embedded/start-embedded.ts";

/** Lends the installation's database, its own one started for as long as it is needed. */
export async function withDatabase<T>(
  { databaseUrl, dataDir }: Config,
  act: (db: Db) => Promise<T>,
): Promise<T> {
  const embedded = databaseUrl === null ? await startEmbedded({ dataDir }) : undefined;
  const db = connect(embedded ?? { connectionString: databaseUrl! });
  try {
    return await act(db);
  } finally {
    await db.destroy();
    await embedded?.stop();
  }
}

/** One sentence for the person at the terminal, and an exit that says it failed. */
export function sayWhy(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
