// npm run bench [-- NAME] [-- --json]: builds what is stale, so that what is measured is what is there, and measures.
import { buildWhenStale } from "./steps/build-when-stale.mjs";
import { checkNode } from "./steps/check-node.mjs";
import { orSayWhy } from "./steps/failure.mjs";
import { installWhenNeeded } from "./steps/install.mjs";

await orSayWhy(async () => {
  checkNode();
  await installWhenNeeded();
  await buildWhenStale("web", "server");
  process.argv.splice(2, 0, "scripts/bench/bench.ts");
  await import("./run.mjs");
});
