import type { Db } from "#server/database/connect.ts";
import type { RecordSigner } from "#server/secrets/sign-records.ts";
import { checkChain, type Finding } from "./chain.ts";
import { findLostEditions } from "./find-editions.ts";
import { findGaps } from "./find-gaps.ts";
import type { KnownRecords } from "./known-records.ts";
import { readChains } from "./read-chains.ts";

/** What a verification saw. */
export interface Verified {
  readonly versions: number;
  readonly erased: number;
  readonly findings: Finding[];
}

/** Checks every sealed record of every district: each word, each place in a chain, each number, and what was there before. */
export async function verifyRecords(db: Db, signer: RecordSigner, known?: KnownRecords): Promise<Verified> {
  const findings: Finding[] = [];
  let [versions, erased] = [0, 0];
  for await (const chain of readChains(db)) {
    findings.push(...checkChain(chain, signer));
    for (const version of chain) {
      known?.see(version);
      versions += 1;
      if (version.erasedAt) erased += 1;
    }
  }
  findings.push(
    ...(await findGaps(db)),
    ...(await findLostEditions(db)),
    ...((await known?.compare()) ?? []),
  );
  if (findings.length === 0) await known?.keep();
  return { versions, erased, findings };
}
