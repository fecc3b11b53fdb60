import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AlreadyRunning } from "./cannot-start.ts";
import { findProcess } from "./running-process.ts";

/** Takes the data folder for this process, or throws AlreadyRunning while another living Lectern has it. */
export function lockDataDir(dataDir: string): () => void {
  const file = join(dataDir, "lectern.lock");
  const own = describe(process.pid);
  for (let attempt = 0; attempt < 20; attempt++) {
    if (write(file, own)) return () => releaseIfOurs(file, own);
    const held = read(file);
    const holder = livingHolder(held);
    if (holder) throw new AlreadyRunning(dataDir, holder);
    if (held !== undefined) setAside(file, held);
  }
  throw new Error(`Cannot take the lock ${file}.`);
}

/** The process number of the living Lectern that holds this data folder, if one does. */
export function holderOf(dataDir: string): number | undefined {
  return livingHolder(read(join(dataDir, "lectern.lock")));
}

const describe = (pid: number) => JSON.stringify({ pid, startedAt: findProcess(pid)?.startedAt });

function write(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    const content = readFileSync(file, "utf8");
    if (content !== "") return content;
    pause(50); // Somebody has made the file and is about to write into it.
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function livingHolder(content: string | undefined): number | undefined {
  try {
    const { pid, startedAt } = JSON.parse(content ?? "{}") as { pid: number; startedAt: string };
    return findProcess(pid)?.startedAt === startedAt && startedAt ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Removes a dead process's lock, and puts it back when a faster starter had already replaced it. */
function setAside(file: string, dead: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, "utf8") !== dead) write(file, readFileSync(aside, "utf8"));
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function releaseIfOurs(file: string, own: string): void {
  if (read(file) === own) rmSync(file, { force: true });
}

const pause = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
