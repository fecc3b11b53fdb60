import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Migrator, sql, type Kysely, type Migration, type MigrationProvider } from "kysely";
import { installQueues } from "#server/jobs/install-queues.ts";
import { projectRoot } from "#server/project-root.ts";

/** Plain SQL files, run once each in the order of their names. */
class SqlFiles implements MigrationProvider {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async getMigrations(): Promise<Record<string, Migration>> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith(".sql")).sort();
    const read = async (name: string) => [name.slice(0, -4), await this.read(name)] as const;
    return Object.fromEntries(await Promise.all(names.map(read)));
  }

  private async read(name: string): Promise<Migration> {
    const text = await readFile(join(this.folder, name), "utf8");
    return { up: async (db) => void (await sql.raw(text).execute(db)) };
  }
}

/** Brings the database to the newest migration and its job queues with it; safe to run from several processes at once. */
export async function migrate(db: Kysely<any>): Promise<void> {
  const migrator = new Migrator({ db, provider: new SqlFiles(join(projectRoot, "migrations")) });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  await installQueues(db);
}
