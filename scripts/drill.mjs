// npm run drill -- NAME: builds what is stale, so that what is drilled is what is there, and drills.
import { buildWhenStale } from "./steps/build-when-stale.mjs";
import { checkNode } from "./steps/check-node.mjs";
import { Failure, orSayWhy } from "./steps/failure.mjs";
import { installWhenNeeded } from "./steps/install.mjs";

const drills = ["kill-uploads"];

await orSayWhy(async () => {
  checkNode();
  const [name, ...rest] = process.argv.slice(2);
  if (!drills.includes(name)) throw new Failure(`Name a drill: ${drills.join(", ")}.`);
  await installWhenNeeded();
  await buildWhenStale("web", "server");
  process.argv.splice(2, Infinity, `scripts/drills/${name}.ts`, ...rest);
  await import("./run.mjs");
});
