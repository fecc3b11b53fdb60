import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.mjs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { oneAtATime } from "./one-at-a-time.mjs";
import { root } from "./root.mjs";
import { programOf, run } from "./run-program.mjs";

const shared = ["package-lock.json", "tsconfig.json"];

/** What can be built: from which files, by which program, into which file. */
const parts = {
  web: {
    // The pages are typed by the server's contracts, but hold none of its code.
    inputs: ["web", "templates/languages", ...shared],
    program: [programOf("vite/bin/vite.js"), "build", "web", "--logLevel", "warn"],
    output: "build/web/index.html",
  },
  server: {
    inputs: ["server", "scripts/build.mjs", "package.json", ...shared],
    program: ["scripts/build.mjs"],
    output: "build/server/main.js",
  },
};

/** Builds the named parts whose files changed since they were last built; of two who ask at once, one builds. */
export const buildWhenStale = (...names) => oneAtATime("building", () => buildStale(names));

async function buildStale(names) {
  const stale = names.map((name) => ({ name, stamp: fingerprint(parts[name].inputs) })).filter(isStale);
  if (stale.length > 0) console.log(`Building ${stale.map(({ name }) => name).join(" and ")} …`);
  await Promise.all(stale.map(build));
}

const stampFile = (name) => `build/${name}.built-from`;

const isStale = ({ name, stamp }) =>
  readStamp(stampFile(name)) !== stamp || !existsSync(join(root, parts[name].output));

async function build({ name, stamp }) {
  const { code, output } = await run(process.execPath, parts[name].program, {
    env: { NODE_ENV: "production" },
  });
  if (code !== 0) throw new Failure(`The ${name} could not be built:\n${output.trim()}`);
  writeStamp(stampFile(name), stamp);
}
