// Bundles the server into build/server; packages stay in node_modules, but for those of hundreds of small files.
import { readdirSync, rmSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { build } from "rolldown";
import { root } from "./steps/root.mjs";

const outDir = join(root, "build/server");
const aDay = 24 * 60 * 60 * 1000;

const files = readdirSync(join(root, "server"), { recursive: true }).map((file) =>
  file.replaceAll("\\", "/"),
);
const entries = ["main.ts", ...files.filter((file) => file.endsWith(".worker.ts"))];
const input = Object.fromEntries(
  entries.map((file) => [file.replace(/\.ts$/, ""), join(root, "server", file)]),
);

/** Plain modules in so many files that finding them takes longer than running them. */
const bundled = ["typebox", "kysely"];
const isBundled = (id) => bundled.some((name) => id === name || id.startsWith(`${name}/`));

const { output } = await build({
  input,
  cwd: root,
  platform: "node",
  external: (id) => !isBundled(id) && !id.startsWith(".") && !id.startsWith("#") && !isAbsolute(id),
  output: {
    dir: outDir,
    format: "esm",
    sourcemap: true,
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js",
  },
  logLevel: "warn",
});
removeOldChunks(new Set(output.flatMap(({ fileName }) => [fileName, `${fileName}.map`])));

/** A server still running from an earlier build loads some of its chunks late: they stay for a day. */
function removeOldChunks(current) {
  for (const file of readdirSync(outDir, { recursive: true })) {
    const { mtimeMs, isFile } = describe(file);
    if (isFile && !current.has(file) && Date.now() - mtimeMs > aDay) rmSync(join(outDir, file));
  }
}

function describe(file) {
  const stat = statSync(join(outDir, file));
  return { mtimeMs: stat.mtimeMs, isFile: stat.isFile() };
}
