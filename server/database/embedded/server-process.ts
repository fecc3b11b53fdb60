import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { CannotStart } from "./cannot-start.ts";
import { plainEnvironment } from "./environment.ts";
import { isGone, signal } from "./running-process.ts";
import { becoming, type Runner } from "./runner.ts";

/** A started server: its number, and why it ended if it did. */
export type ServerProcess = { pid: number; failure(): string | undefined };

/** Starts PostgreSQL in a session of its own, so that Ctrl-C reaches us first and we stop it in order. */
export function spawnServer(
  command: string[],
  runner: Runner,
  cluster: string,
  logFile: string,
): ServerProcess {
  const log = openSync(logFile, "w", 0o600);
  const [program, ...rest] = command as [string, ...string[]];
  let ended: string | undefined;
  const stdio = ["ignore", log, log] as const;
  const child = spawn(program, rest, {
    ...becoming(runner),
    cwd: cluster,
    env: plainEnvironment(),
    detached: true,
    stdio: [...stdio],
  });
  child.on("error", (error) => (ended = error.message));
  child.on("exit", () => (ended ??= lastWords(logFile)));
  child.unref();
  closeSync(log);
  if (!child.pid) throw new CannotStart("PostgreSQL could not be started: the system refused to run it.");
  return { pid: child.pid, failure: () => ended };
}

/** Ends a server in order, then at once if it does not hear. */
export async function stopServer(pid: number): Promise<void> {
  for (const [name, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    signal(pid, name);
    if (await isGone(pid, patience)) return;
  }
}

function lastWords(logFile: string): string {
  if (!existsSync(logFile)) return "its folder was removed";
  const lines = readFileSync(logFile, "utf8").trim().split("\n");
  const reason = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? "";
  return reason.replace(/^.*?(FATAL|PANIC):\s*/, "") || "it ended without a word";
}
