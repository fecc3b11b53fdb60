// npm run demo:reset: empties a demo's database and files, and tells its story anew from today.
import { sql } from "kysely";
import { readConfig } from "#server/config.ts";
import { connect, type Db } from "#server/database/connect.ts";
import { startEmbedded } from "#server/database/embedded/start-embedded.ts";
import { migrate } from "#server/database/migrate.ts";
import { openDemo } from "#server/demo-school/open-demo.ts";
import { openStorage } from "#server/files/storage/open-storage.ts";
import { installQueues } from "#server/jobs/install-queues.ts";
import { openSecrets } from "#server/secrets/open-secrets.ts";
import { recordSigner } from "#server/secrets/sign-records.ts";

async function reset(): Promise<void> {
  const config = readConfig(process.env);
  if (config.production)
    throw new Error("This is not a demo: DATABASE_URL is set, or NODE_ENV says production.");
  const { stop, ...address } = await startEmbedded({ dataDir: config.dataDir });
  const db = connect(address);
  try {
    await migrate(db);
    await refuseRealSchools(db);
    await sql`drop schema if exists pgboss cascade`.execute(db);
    await sql`drop schema public cascade`.execute(db);
    await sql`create schema public`.execute(db);
    const files = await openStorage(config.filesUrl, config.dataDir);
    for await (const key of files.listOlderThan(new Date())) await files.delete(key);
    await migrate(db);
    await installQueues(db);
    const signer = recordSigner(await openSecrets(config.secretFile));
    console.log(await openDemo({ db, files, signer, now: new Date(), baseUrl: config.baseUrl }));
    console.log("Start it with npm start.");
  } finally {
    await db.destroy();
    await stop();
  }
}

async function refuseRealSchools(db: Db): Promise<void> {
  const real = await db.selectFrom("district").select("name").where("isDemo", "=", false).executeTakeFirst();
  if (real) throw new Error(`${real.name} is no demo. Nothing was changed.`);
}

reset().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
