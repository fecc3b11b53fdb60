import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { transformWithOxc, type Plugin, type Rolldown } from "vite";
import { offlinePages } from "./offline/offline-pages.ts";

/**
 * Writes service-worker.js beside the pages: the worker of `offline/service-worker.ts` with the list of files that the
 * room needs, named by their content, so that every new build is a new worker.
 */
export function offlineShell({ web }: { web: string }): Plugin {
  return {
    name: "offline-shell",
    apply: "build",
    enforce: "post",
    generateBundle: { order: "post", handler: emit },
  };

  async function emit(this: Rolldown.PluginContext, _options: unknown, bundle: Rolldown.OutputBundle) {
    const files = ["/index.html", "/mark.svg", ...filesOf(web, bundle)];
    const source = join(web, "offline/service-worker.ts");
    const { code } = await transformWithOxc(readFileSync(source, "utf8"), source);
    const build = createHash("sha256")
      .update(files.join())
      .update(pageOf(bundle))
      .update(code)
      .digest("hex")
      .slice(0, 16);
    const given = `const build = ${JSON.stringify(build)};\nconst files = ${JSON.stringify(files)};\n`;
    const worker = code.replace(/^export\s*\{\s*\};?\s*$/m, "");
    this.emitFile({ type: "asset", fileName: "service-worker.js", source: given + worker });
  }
}

function pageOf(bundle: Rolldown.OutputBundle) {
  const page = bundle["index.html"];
  return page?.type === "asset" ? String(page.source) : "";
}

/** The scripts, styles and fonts of the first view and the room, and the words they speak in, in every language. */
function filesOf(web: string, bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((each) => each.type === "chunk");
  const named = (name: string) => chunks.filter((chunk) => fileOf(web, chunk) === name);
  const shell = chunks.filter(({ fileName }) => pageOf(bundle).includes(fileName));
  const pages = offlinePages.pages.flatMap(named);
  if (pages.length < offlinePages.pages.length) throw new Error("A page kept for no network is not built.");
  const words = chunks.filter((chunk) => isSpoken(fileOf(web, chunk)));
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = withImports([...shell, ...words], byName, () => false);
  // What the first view loads later are all the pages there are; what the room loads later is its own.
  const all = withImports([...first, ...pages], byName, (chunk) => !first.has(chunk));
  const styles = [...all].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
  const fonts = Object.keys(bundle).filter((name) => /-latin-.*\.woff2$/.test(name));
  return [...new Set([...[...all].map(({ fileName }) => fileName), ...styles, ...fonts])]
    .sort()
    .map((name) => `/${name}`);
}

function isSpoken(file: string): boolean {
  const area = /^\.\.\/templates\/languages\/\w+\/([\w-]+)\.json$/.exec(file)?.[1];
  return (
    /^words\/first-words\//.test(file) ||
    (offlinePages.areas as readonly (string | undefined)[]).includes(area)
  );
}

const fileOf = (web: string, chunk: Rolldown.OutputChunk): string =>
  relative(web, chunk.facadeModuleId ?? chunk.moduleIds[0] ?? "").replaceAll("\\", "/");

/** The chunks with what they import, and with what they load later where `andLater` says so. */
function withImports(
  chunks: Iterable<Rolldown.OutputChunk>,
  byName: Map<string, Rolldown.OutputChunk>,
  andLater: (chunk: Rolldown.OutputChunk) => boolean,
): Set<Rolldown.OutputChunk> {
  const seen = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk): void => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    const next = andLater(chunk) ? [...chunk.imports, ...chunk.dynamicImports] : chunk.imports;
    for (const name of next) if (byName.has(name)) visit(byName.get(name)!);
  };
  for (const chunk of chunks) visit(chunk);
  return seen;
}
