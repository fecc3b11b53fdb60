import { relative } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { firstPages, type FirstPage } from "./home/first-pages.ts";

/** What the server may send ahead for a first page; addresses on this site. */
interface SentAhead {
  readonly modules: string[];
  readonly styles: string[];
  readonly asks: string[];
}

/**
 * Writes first-pages.json beside the pages: per kind of person and language, the files her first page needs and the
 * address it asks first. The server names them when it answers "/", so that they travel beside the script that would
 * otherwise ask for them one trip later.
 */
export function firstPagesList({ web }: { web: string }): Plugin {
  return {
    name: "first-pages-list",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((each) => each.type === "chunk");
      const chunkOf = new Map(chunks.map((chunk) => [fileOf(web, chunk), chunk]));
      const languages = chunks.flatMap(
        (chunk) => /^words\/first-words\/(\w+)\.ts$/.exec(fileOf(web, chunk))?.[1] ?? [],
      );
      const list = Object.entries(firstPages).map(([kind, first]) => [
        kind,
        Object.fromEntries(languages.map((language) => [language, sentAhead(chunkOf, first, language)])),
      ]);
      this.emitFile({
        type: "asset",
        fileName: "first-pages.json",
        source: JSON.stringify(Object.fromEntries(list)),
      });
    },
  };
}

const fileOf = (web: string, chunk: Rolldown.OutputChunk): string =>
  relative(web, chunk.facadeModuleId ?? chunk.moduleIds[0] ?? "").replaceAll("\\", "/");

function sentAhead(
  chunkOf: Map<string, Rolldown.OutputChunk>,
  { page, areas, asks }: FirstPage,
  language: string,
): SentAhead {
  const areaFiles = areas.map((area) => `../templates/languages/${language}/${area}.json`);
  const files = [page, `words/first-words/${language}.ts`, ...areaFiles];
  const chunks = files.flatMap((file) => chunkOf.get(file) ?? []);
  const byName = new Map([...chunkOf.values()].map((chunk) => [chunk.fileName, chunk]));
  const all = withImports(chunks, byName);
  return {
    modules: all.map((chunk) => `/${chunk.fileName}`),
    styles: [...new Set(all.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))].map(
      (name) => `/${name}`,
    ),
    asks: asks ? [asks] : [],
  };
}

/** The chunks and whatever they import, each once. */
function withImports(
  chunks: Rolldown.OutputChunk[],
  byName: Map<string, Rolldown.OutputChunk>,
): Rolldown.OutputChunk[] {
  const seen = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk): void => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    chunk.imports.forEach((name) => byName.has(name) && visit(byName.get(name)!));
  };
  chunks.forEach(visit);
  return [...seen];
}
