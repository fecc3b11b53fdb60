import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Address } from "#server/database/embedded/reach-database.ts";
import { projectRoot } from "#server/project-root.ts";

/** A Lectern of its own process that holds a data folder. */
export type Child = { address: Address; process: ChildProcess; kill(name: NodeJS.Signals): Promise<void> };

export type ChildOptions = { root?: string; uid?: number; gid?: number; env?: NodeJS.ProcessEnv };

/** Starts the embedded server in another node process, as another user if asked. */
export async function startChild(
  dataDir: string,
  { root = projectRoot, env = {}, ...user }: ChildOptions = {},
): Promise<Child> {
  const script = join(root, "test/database/embedded/start-child.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDir, "careless"], {
    ...user,
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = async (name: NodeJS.Signals) => {
    const gone = once(child, "exit");
    child.kill(name);
    await gone;
  };
  return { address: await firstLine(child), process: child, kill };
}

function firstLine(child: ChildProcess): Promise<Address> {
  return new Promise((resolve, reject) => {
    let said = "";
    let wrong = "";
    child.stderr!.on("data", (text) => (wrong += text));
    child.stdout!.on("data", (text) => {
      said += text;
      if (said.includes("\n")) resolve(JSON.parse(said) as Address);
    });
    child.on("exit", () => reject(new Error(wrong)));
  });
}
