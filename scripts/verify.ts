// npm run verify -- records: names every finished record that is missing, was edited or stands in another place than it was sealed in.
import { join } from "node:path";
import { readConfig } from "#server/config.ts";
import { connect, type Db } from "#server/database/connect.ts";
import { startEmbedded } from "#server/database/embedded/start-embedded.ts";
import { KnownRecords } from "#server/records/verifying/known-records.ts";
import { verifyRecords } from "#server/records/verifying/verify-records.ts";
import { openSecrets } from "#server/secrets/open-secrets.ts";
import { recordSigner } from "#server/secrets/sign-records.ts";

const config = readConfig(process.env);

async function verify([what, ...rest]: string[]): Promise<void> {
  if (what !== "records" || rest.length > 0) throw new Error("Say what to verify: npm run verify -- records");
  await withDatabase(async (db) => {
    const signer = recordSigner(await openSecrets(config.secretFile));
    const known = new KnownRecords(join(config.dataDir, "known-records.txt"), signer);
    const { versions, erased, findings } = await verifyRecords(db, signer, known);
    for (const { record, what, detail } of findings) console.log(`${what}: ${record}: ${detail}`);
    console.log(
      `${versions} sealed versions (${erased} erased), ${findings.length === 0 ? "all as they were sealed" : `${findings.length} findings`}.`,
    );
    if (findings.length > 0) process.exitCode = 1;
  });
}

async function withDatabase(act: (db: Db) => Promise<void>): Promise<void> {
  const embedded = config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataDir }) : undefined;
  const db = connect(embedded ?? { connectionString: config.databaseUrl! });
  try {
    await act(db);
  } finally {
    await db.destroy();
    await embedded?.stop();
  }
}

verify(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
