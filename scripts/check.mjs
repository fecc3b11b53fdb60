// npm run check: everything that can be said about the code without running it. Two at a time; a silent check passed.
import { availableParallelism } from "node:os";
import { checkNode } from "./steps/check-node.mjs";
import { orSayWhy } from "./steps/failure.mjs";
import { installWhenNeeded } from "./steps/install.mjs";
import { programOf, run } from "./steps/run-program.mjs";

const checks = {
  "lint (eslint)": [programOf("eslint/bin/eslint.js"), ".", "--max-warnings=0"],
  "types (tsc)": [programOf("typescript/bin/tsc"), "--project", "."],
  "pages (svelte-check)": [
    programOf("svelte-check/bin/svelte-check"),
    "--tsconfig",
    "tsconfig.json",
    "--fail-on-warnings",
    "--output",
    "human",
  ],
  "format (prettier)": [programOf("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."],
  "imports (dependency-cruiser)": [
    programOf("dependency-cruiser/bin/dependency-cruise.mjs"),
    "server",
    "web",
    "scripts",
    "test",
    "--config",
    ".dependency-cruiser.cjs",
  ],
  "tables match migrations": ["scripts/run.mjs", "scripts/generate-tables.ts", "--check"],
  "words complete": ["scripts/check-words.mjs"],
};

await orSayWhy(async () => {
  checkNode();
  await installWhenNeeded();
  const waiting = Object.entries(checks);
  let failed = 0;
  const worker = async () => {
    for (let next; (next = waiting.shift());) if (!(await check(...next))) failed++;
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  console.log(`${Object.keys(checks).length - failed} checks passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});

async function check(name, program) {
  const begun = Date.now();
  const { code, output } = await run(process.execPath, program, { env: { FORCE_COLOR: "0" } });
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${name}, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  if (code !== 0) console.log(output.trim());
  return code === 0;
}
