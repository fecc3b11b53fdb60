import { spawn } from "node:child_process";
import { projectRoot } from "#server/project-root.ts";

/** How a server that would not start ended, and what it said. */
export type Ending = { code: number | null; said: string };

/** Starts the server in a process of its own with these variables and waits for its end. */
export function startAndFail(env: NodeJS.ProcessEnv): Promise<Ending> {
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    cwd: projectRoot,
    // The test runner sets some of our variables for its own ends.
    env: { ...process.env, BASE_URL: "", NODE_ENV: "", DATABASE_URL: "", ...env },
  });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  return new Promise((resolve) => child.on("exit", (code) => resolve({ code, said: said.trim() })));
}
