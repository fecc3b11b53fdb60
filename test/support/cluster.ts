import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { connect } from "#server/database/connect.ts";
import { holderOf } from "#server/database/embedded/data-lock.ts";
import { destroyEmbedded } from "#server/database/embedded/destroy-embedded.ts";
import { findProcess } from "#server/database/embedded/running-process.ts";
import { type Embedded, startEmbedded } from "#server/database/embedded/start-embedded.ts";
import { migrate } from "#server/database/migrate.ts";
import { fastFolder } from "./fast-folder.ts";

/** How a test reaches the run's own database server. */
export type Cluster = Omit<Embedded, "stop">;

/** Starts a throw-away server for this run with a migrated database to copy, `tpl`. */
export async function startCluster(): Promise<{ cluster: Cluster; destroy: () => void }> {
  sweepDeadClusters();
  const dataDir = mkdtempSync(join(fastFolder(), `${prefix}${process.pid}-`));
  const destroy = () => destroyEmbedded(dataDir);
  process.once("exit", destroy);
  const { stop: _, ...cluster } = await startEmbedded({ dataDir, durable: false, settings });
  await makeTemplate(cluster);
  return { cluster, destroy };
}

const prefix = "lectern-test-";
const settings = [
  "max_connections=200",
  "wal_level=minimal",
  "max_wal_senders=0",
  "autovacuum=off",
  "jit=off",
];

/** Removes what runs that were killed left behind. */
function sweepDeadClusters(): void {
  for (const parent of new Set(["/dev/shm", tmpdir()])) {
    for (const name of listFolder(parent).filter((each) => each.startsWith(prefix))) {
      const dataDir = join(parent, name);
      const starter = Number(name.slice(prefix.length).split("-")[0]);
      if (!findProcess(starter) && !holderOf(dataDir)) destroyEmbedded(dataDir);
    }
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function makeTemplate(cluster: Cluster): Promise<void> {
  const admin = connect({ ...cluster, max: 1 });
  await sql.raw("create database tpl").execute(admin);
  const template = connect({ ...cluster, database: "tpl", max: 1 });
  await migrate(template);
  await template.destroy();
  await sql.raw("alter database tpl with is_template true allow_connections false").execute(admin);
  await admin.destroy();
}
