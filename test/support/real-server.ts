import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inject } from "vitest";
import { projectRoot } from "#server/project-root.ts";

/** Lectern in a process of its own, as an operator runs it. */
export interface RealServer {
  readonly baseURL: string;
  /** Everything it printed. */
  said(): string;
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the built server on a port of its own and waits until it answers. */
export async function startRealServer(env: Record<string, string>): Promise<RealServer> {
  const main = join(projectRoot, "build/server/main.js");
  if (!existsSync(main)) throw new Error("Build the server first: npm test does, or node scripts/build.mjs.");
  const port = await freePort();
  const dataDir = join(inject("scratch"), `server-${port}`);
  const child = spawn(process.execPath, [main], {
    cwd: projectRoot,
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", PORT: String(port), BASE_URL: "", LOG_LEVEL: "warn" },
      ...{ DATA_DIR: dataDir, FILES_URL: pathToFileURL(join(dataDir, "files")).href },
      ...env,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const baseURL = `http://localhost:${port}`;
  await answering(
    baseURL,
    () => child.exitCode !== null,
    () => said,
  );
  return {
    baseURL,
    said: () => said,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function answering(baseURL: string, isOver: () => boolean, said: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (isOver()) throw new Error(`The server ended: ${said()}`);
    const answer = await fetch(`${baseURL}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server did not answer: ${said()}`);
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
