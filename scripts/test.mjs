// npm test: installs and builds what is missing or stale, runs every test once; `npm test -- test/goals` runs some.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWhenStale } from "./steps/build-when-stale.mjs";
import { checkNode } from "./steps/check-node.mjs";
import { orSayWhy } from "./steps/failure.mjs";
import { installWhenNeeded } from "./steps/install.mjs";
import { programOf, run } from "./steps/run-program.mjs";

await orSayWhy(async () => {
  checkNode();
  await installWhenNeeded();
  await buildWhenStale("web", "server");
  const { passed, failed } = await runTests(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});

async function runTests(which) {
  const folder = mkdtempSync(join(tmpdir(), "lectern-results-"));
  const results = join(folder, "results.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const args = [
    programOf("vitest/vitest.mjs"),
    "run",
    "--config",
    "test/vitest.config.ts",
    ...reporters,
    ...which,
  ];
  const { code } = await run(process.execPath, args, { show: true });
  const counted = count(results);
  rmSync(folder, { recursive: true, force: true });
  // A run that broke outside a test has failed too.
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/** A file that could not even be loaded counts as one failure. */
function count(file) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((each) => each.status === "failed"),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
