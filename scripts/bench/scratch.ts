import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Db } from "#server/database/connect.ts";
import { destroyEmbedded } from "#server/database/embedded/destroy-embedded.ts";
import { startEmbedded } from "#server/database/embedded/start-embedded.ts";
import { migrate } from "#server/database/migrate.ts";
import { projectRoot } from "#server/project-root.ts";

/** A database of the bench's own, durable like a real one, gone afterwards. */
export interface Scratch {
  readonly db: Db;
  readonly url: string;
  readonly folder: string;
  drop(): Promise<void>;
}

/** Starts a migrated, empty database on the disk. */
export async function openScratch(): Promise<Scratch> {
  const folder = mkdtempSync(join(tmpdir(), "lectern-bench-"));
  const { stop: _stop, ...address } = await startEmbedded({
    dataDir: folder,
    settings: ["max_connections=200"],
  });
  const db = connect(address);
  await migrate(db);
  const { host, port, user, password, database } = address;
  const url = `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  async function drop(): Promise<void> {
    await db.destroy();
    destroyEmbedded(folder);
  }
  return { db, url, folder, drop };
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a process and waits until it says `word`; returns it with the milliseconds that took. */
export async function startAndWait(
  args: string[],
  env: Record<string, string>,
  word: string,
): Promise<{ child: ChildProcess; ms: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(word)) resolve();
    });
    child.once("exit", (code) => reject(new Error(`${args.join(" ")} ended with ${code}: ${said}`)));
  });
  return { child, ms: performance.now() - begun };
}

/** Ends a process as Ctrl-C would, and waits for it. */
export async function endProcess(child: ChildProcess): Promise<void> {
  child.removeAllListeners("exit");
  child.kill("SIGINT");
  if (child.exitCode === null) await once(child, "exit");
}
