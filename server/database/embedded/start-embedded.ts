import { chmodSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { type Binaries, findBinaries } from "./binaries.ts";
import { CannotStart } from "./cannot-start.ts";
import { lockDataDir } from "./data-lock.ts";
import { databaseUser, hasCluster, makeCluster } from "./new-cluster.ts";
import { readOrMakePassword } from "./password.ts";
import { findPostmaster } from "./postmaster-file.ts";
import { type Address, reachDatabase, tryDatabase } from "./reach-database.ts";
import { chooseRunner, giveTo, type Runner } from "./runner.ts";
import { spawnServer, stopServer } from "./server-process.ts";
import { makeSocketFolder, removeSocketFolder, socketPort } from "./socket-folder.ts";

/** `durable: false` trades safety over a power cut for speed; `settings` are PostgreSQL's own, as `name=value`. */
export type EmbeddedOptions = { dataDir: string; durable?: boolean; settings?: string[] };

/** A running server of ours; `stop` ends it and gives the data folder free. */
export type Embedded = Address & { stop(): Promise<void> };

/** Starts the PostgreSQL that keeps its data in `dataDir`, or takes over the one a killed Lectern left running. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = openDataDir(options.dataDir);
  const unlock = lockDataDir(dataDir);
  try {
    const server = await adoptOrStart(dataDir, options);
    return { ...server.address, stop: () => end(server).finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

type Server = { pid: number; address: Address };

async function adoptOrStart(dataDir: string, options: EmbeddedOptions): Promise<Server> {
  const binaries = await findBinaries();
  const cluster = join(dataDir, "postgres");
  const isNew = !hasCluster(cluster);
  const password = readOrMakePassword(dataDir, isNew);
  const settings = settingsOf(options);
  const left = isNew ? undefined : await adopt(cluster, password, settings);
  return left ?? (await startServer({ dataDir, cluster, isNew, password, settings, binaries }));
}

/** A server left by a killed Lectern is kept if it answers us with the same settings, else stopped. */
async function adopt(cluster: string, password: string, settings: string[]): Promise<Server | undefined> {
  const left = findPostmaster(cluster);
  if (!left) return undefined;
  const address = addressOf(left.socketFolder, password);
  if (left.command.endsWith(settings.join(" ")) && (await tryDatabase(address)) === undefined)
    return { pid: left.pid, address };
  await stopServer(left.pid);
  return undefined;
}

type Start = {
  dataDir: string;
  cluster: string;
  isNew: boolean;
  password: string;
  settings: string[];
  binaries: Binaries;
};

async function startServer({
  dataDir,
  cluster,
  isNew,
  password,
  settings,
  binaries,
}: Start): Promise<Server> {
  const runner = runnerFor(dataDir, binaries);
  if (isNew) makeCluster(cluster, password, binaries, runner);
  else giveTo(runner, cluster);
  const socketFolder = makeSocketFolder(cluster, runner);
  const command = [...runner.command(binaries.postgres), "-D", cluster, "-k", socketFolder, ...settings];
  const server = spawnServer(command, runner, cluster, join(dataDir, "postgres.log"));
  const started = { pid: server.pid, address: addressOf(socketFolder, password) };
  try {
    // Recovery after a crash may take a while; a server that ends is noticed at once.
    await reachDatabase(started.address, server.failure, 120_000);
    return started;
  } catch (error) {
    await end(started);
    throw error;
  }
}

/** Another user passes through our folder to its own inside it, but cannot list ours. */
function runnerFor(dataDir: string, binaries: Binaries): Runner {
  chmodSync(dataDir, 0o711);
  const runner = chooseRunner(binaries, [dataDir]);
  if (!runner.uid) chmodSync(dataDir, 0o700);
  return runner;
}

function openDataDir(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return realpathSync(dataDir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotStart(`The data folder ${dataDir} cannot be made or opened (${code}).`);
  }
}

async function end({ pid, address }: Server): Promise<void> {
  await stopServer(pid);
  removeSocketFolder(address.host);
}

const addressOf = (host: string, password: string): Address => ({
  host,
  port: socketPort,
  user: databaseUser,
  password,
  database: "lectern",
});

/** Nothing on the network, a private socket, and a log without what people wrote. */
function settingsOf({ durable = true, settings = [] }: EmbeddedOptions): string[] {
  const quiet = ["log_min_messages=log", "log_min_error_statement=panic", "log_checkpoints=off"];
  const closed = ["listen_addresses=", `port=${socketPort}`, "unix_socket_permissions=0700", "timezone=UTC"];
  const careless = durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  return [...closed, ...quiet, ...careless, ...settings].flatMap((setting) => ["-c", setting]);
}
