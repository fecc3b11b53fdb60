import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, realpathSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#scripts/bench/scratch.ts";
import { connect, type Db } from "#server/database/connect.ts";
import { destroyEmbedded } from "#server/database/embedded/destroy-embedded.ts";
import { databaseUser } from "#server/database/embedded/new-cluster.ts";
import { readOrMakePassword } from "#server/database/embedded/password.ts";
import { findPostmaster } from "#server/database/embedded/postmaster-file.ts";
import { FileStorage } from "#server/files/storage/file-storage.ts";
import { projectRoot } from "#server/project-root.ts";

/** Lectern as an operator runs it, with the database in its own folder; may be killed and started again. */
export class RunningLectern {
  readonly files: FileStorage;
  origin = "";
  private readonly dataDir: string;
  private child: ChildProcess | undefined;

  constructor() {
    this.dataDir = realpathSync(mkdtempSync(join(tmpdir(), "lectern-drill-")));
    this.files = new FileStorage(join(this.dataDir, "files"));
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const port = await freePort();
    this.origin = `http://127.0.0.1:${port}`;
    const { DATABASE_URL: _, FILES_URL: __, ...around } = process.env;
    const env = {
      ...around,
      DATA_DIR: this.dataDir,
      PORT: `${port}`,
      HOST: "127.0.0.1",
      LOG_LEVEL: "silent",
    };
    const child = spawn(process.execPath, ["build/server/main.js"], {
      cwd: projectRoot,
      env: { ...env, NODE_ENV: "production", BASE_URL: "" },
    });
    this.child = child;
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
    while (!(await this.isReady())) {
      if (child.exitCode !== null) throw new Error(`Lectern did not start again: ${said}`);
      await sleep(25);
    }
  }

  /** Ends the server at once, its database too where that is asked. */
  async kill({ database }: { database: boolean }): Promise<void> {
    const processes = database ? this.databaseProcesses() : [];
    this.child?.kill("SIGKILL");
    for (const pid of processes) killAtOnce(pid);
    if (this.child?.exitCode === null && this.child.signalCode === null) await once(this.child, "exit");
  }

  /** A connection of the drill's own, for as long as it is needed. */
  async withDatabase<T>(act: (db: Db) => Promise<T>): Promise<T> {
    const { socketFolder, port } = this.postmaster();
    const password = readOrMakePassword(this.dataDir, false);
    const db = connect({
      host: socketFolder,
      port,
      user: databaseUser,
      password,
      database: "lectern",
      max: 2,
    });
    try {
      return await act(db);
    } finally {
      await db.destroy();
    }
  }

  async destroy(): Promise<void> {
    await this.kill({ database: false });
    destroyEmbedded(this.dataDir);
  }

  private async isReady(): Promise<boolean> {
    return (await fetch(`${this.origin}/api/ready`).catch(() => null))?.ok === true;
  }

  private postmaster() {
    const found = findPostmaster(join(this.dataDir, "postgres"));
    if (!found) throw new Error("The database does not run.");
    return found;
  }

  /** The postmaster first: its children must not have the time to notice and end in order. */
  private databaseProcesses(): number[] {
    const { pid } = this.postmaster();
    return [pid, ...childrenOf(pid)];
  }
}

function killAtOnce(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(" ")
      .filter(Boolean)
      .map(Number);
  } catch {
    // Not every system has /proc.
    const { stdout } = spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" });
    return (stdout ?? "").trim().split("\n").filter(Boolean).map(Number);
  }
}
