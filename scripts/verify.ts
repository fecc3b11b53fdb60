// npm run verify -- records: names every finished record that is missing, was edited or stands in another place than it was sealed in.
import { join } from "node:path";
import { readConfig } from "#server/config.ts";
import { KnownRecords } from "#server/records/verifying/known-records.ts";
import { verifyRecords } from "#server/records/verifying/verify-records.ts";
import { openSecrets } from "#server/secrets/open-secrets.ts";
import { recordSigner } from "#server/secrets/sign-records.ts";
import { sayWhy, withDatabase } from "./steps/with-database.ts";

const config = readConfig(process.env);

async function verify([what, ...rest]: string[]): Promise<void> {
  if (what !== "records" || rest.length > 0) throw new Error("Say what to verify: npm run verify -- records");
  await withDatabase(config, async (db) => {
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

verify(process.argv.slice(2)).catch(sayWhy);
