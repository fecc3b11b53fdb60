// Runs a TypeScript script of ours: node scripts/run.mjs scripts/seed.ts …
import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const [script, ...rest] = process.argv.slice(2);
if (!script) {
  console.error("Name a script: node scripts/run.mjs scripts/generate-tables.ts");
  process.exit(1);
}
const child = spawn(process.execPath, ["--import", "tsx", script, ...rest], { cwd: root, stdio: "inherit" });
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => child.kill(name));
child.on("exit", (code) => process.exit(code ?? 1));
