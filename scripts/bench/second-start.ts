import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { destroyEmbedded } from "#server/database/embedded/destroy-embedded.ts";
import type { Measured } from "./measured.ts";
import { endProcess, freePort, startAndWait } from "./scratch.ts";

const rounds = 3;

/** From `npm start` to ready on a folder that was used before, against a bare Fastify and PostgreSQL, in seconds. */
export async function measureSecondStart(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "lectern-start-"));
  const [mine, bare] = [join(folder, "mine"), join(folder, "bare")];
  try {
    await startOurs(mine);
    await startBare(bare);
    let [ours, baseline] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      ours += (await startOurs(mine)) / rounds;
      baseline += (await startBare(bare)) / rounds;
    }
    const apart = ours - baseline;
    return {
      name: "second start to ready",
      ours,
      baseline,
      ratio: ours / baseline,
      unit: "s",
      reach: "≤ 2 s apart",
      isReached: apart <= 2,
      note: `${apart.toFixed(2)} s apart`,
    };
  } finally {
    for (const each of [mine, bare]) destroyEmbedded(each);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOurs(dataDir: string): Promise<number> {
  const env = { DATA_DIR: dataDir, PORT: `${await freePort()}`, LOG_LEVEL: "silent" };
  const { child, ms } = await startAndWait(["scripts/start.mjs"], env, "Lectern is at");
  await endProcess(child);
  return ms / 1000;
}

async function startBare(dataDir: string): Promise<number> {
  const env = { DATA_DIR: dataDir, PORT: `${await freePort()}` };
  const { child, ms } = await startAndWait(["--import", "tsx", "scripts/bench/bare-start.ts"], env, "ready");
  await endProcess(child);
  return ms / 1000;
}
