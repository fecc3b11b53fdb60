import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate, Logger, PostgresDialect } from "kysely-codegen";
import { connect, type Db } from "#server/database/connect.ts";
import { destroyEmbedded } from "#server/database/embedded/destroy-embedded.ts";
import { startEmbedded } from "#server/database/embedded/start-embedded.ts";
import { migrate } from "#server/database/migrate.ts";
import { projectRoot } from "#server/project-root.ts";
import { fastFolder } from "#test/support/fast-folder.ts";

const file = join(projectRoot, "server/database/tables.ts");

/** Migrates a throw-away database and describes its tables; with `--check` it only compares. */
const tables = await describeTables();
if (!process.argv.includes("--check")) writeFileSync(file, tables);
else if (readFileSync(file, "utf8") !== tables) {
  console.error("server/database/tables.ts does not match migrations/: run npm run tables.");
  process.exitCode = 1;
}

async function describeTables(): Promise<string> {
  const dataDir = mkdtempSync(join(fastFolder(), `lectern-test-${process.pid}-`));
  process.once("exit", () => destroyEmbedded(dataDir));
  const { stop, ...address } = await startEmbedded({ dataDir, durable: false });
  const db = connect({ ...address, max: 2 });
  try {
    await migrate(db);
    return await generateFrom(db);
  } finally {
    await db.destroy();
    await stop();
  }
}

async function generateFrom(db: Db): Promise<string> {
  const written = await generate({
    db,
    dialect: new PostgresDialect({ dateParser: "string", numericParser: "number" }),
    camelCase: true,
    defaultSchemas: ["public"],
    excludePattern: "{kysely_migration*,pgboss.*}",
    typeOnlyImports: true,
    logger: new Logger("silent"),
  });
  // connect.ts reads big integers as numbers.
  return written.replace("export type Int8 = ColumnType<string", "export type Int8 = ColumnType<number");
}
