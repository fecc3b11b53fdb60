import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execFileSync } from "node:child_process";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import type { LaunchOptions } from "playwright-core";

/** Chromium from npm with the few libraries it needs beside libc, for machines that have no browser. */
export async function bundledChromium(args: string[]): Promise<LaunchOptions> {
  const { default: sparticuz } = await import("@sparticuz/chromium");
  sparticuz.setGraphicsMode = false;
  const libraries = await unpackedLibraries();
  return {
    executablePath: await sparticuz.executablePath(),
    // Its own args switch web security off and run one process: too unlike the browsers people have.
    args: [...args, "--no-zygote", "--disable-webgl", "--font-render-hinting=none"],
    env: { ...process.env, LD_LIBRARY_PATH: `${libraries}:${process.env.LD_LIBRARY_PATH ?? ""}` },
  };
}

/** Unpacked once a machine; written beside and renamed, so that two test workers cannot see half of it. */
async function unpackedLibraries(): Promise<string> {
  const place = join(tmpdir(), "lectern-chromium-143.0.4-libraries");
  if (!existsSync(place)) {
    const half = mkdtempSync(`${place}-`);
    await unpack(join(packageFolder(), "bin/al2023.tar.br"), half);
    try {
      renameSync(half, place);
    } catch {
      rmSync(half, { recursive: true, force: true }); // another worker was faster
    }
  }
  return join(place, "lib");
}

async function unpack(archive: string, into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  const tar = join(into, "libraries.tar");
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(tar));
  execFileSync("tar", ["-xf", tar, "-C", into]);
  rmSync(tar);
}

function packageFolder(): string {
  const entry = createRequire(join(process.cwd(), "package.json")).resolve("@sparticuz/chromium");
  return dirname(dirname(dirname(entry)));
}
