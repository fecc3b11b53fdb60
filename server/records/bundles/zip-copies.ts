import { ZipFile } from "yazl";
import type { Drawn } from "./draw-copies.ts";

/** A ZIP of the copies as it grows: a folder for each advisory, a file for each copy. PDFs are small already, so nothing is squeezed. */
export async function* zipCopies(copies: AsyncIterable<Drawn>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const names = new Set<string>();
  const adding = (async () => {
    for await (const { copy, pdf } of copies) {
      if (!pdf) continue;
      const folder = copy.advisory === "" ? "" : `${plain(copy.advisory)}/`;
      zip.addBuffer(pdf.bytes, freeName(names, folder + pdf.fileName), {
        compress: false,
        mtime: new Date(0),
      });
    }
    zip.end();
  })().catch((error: unknown) =>
    (zip.outputStream as NodeJS.ReadableStream & { destroy(e: unknown): void }).destroy(error),
  );
  yield* zip.outputStream as AsyncIterable<Uint8Array>;
  await adding;
}

/** Two homes have a copy each. */
function freeName(taken: Set<string>, name: string): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = name.replace(/\.pdf$/, ` (${count}).pdf`);
  taken.add(free);
  return free;
}

const plain = (name: string): string => name.replaceAll(/[^\p{L}\p{M}\p{N} .’'-]/gu, " ").trim();
