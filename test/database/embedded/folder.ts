import { chmodSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { destroyEmbedded } from "#server/database/embedded/destroy-embedded.ts";
import { fastFolder } from "#test/support/fast-folder.ts";

/** A data folder of this test's own, removed with whatever runs in it. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(fastFolder(), `lectern-test-${process.pid}-`));
  onTestFinished(() => destroyEmbedded(folder));
  return folder;
}

/** The same, inside a folder others may enter. */
export function openFolder(): string {
  const folder = dataFolder();
  chmodSync(folder, 0o755);
  return folder;
}
