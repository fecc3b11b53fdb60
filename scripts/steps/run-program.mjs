import { spawn } from "node:child_process";
import { root } from "./root.mjs";

/** Runs a program in the checkout and gives its exit code with all it said; `show` lets it speak for itself. */
export function run(program, args, { show = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && program === "npm",
    });
    let output = "";
    child.stdout?.on("data", (text) => (output += text));
    child.stderr?.on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The file of a program that an installed package brings. */
export const programOf = (file) => `node_modules/${file}`;
