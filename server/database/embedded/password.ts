import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "./cannot-start.ts";

/** The database password kept in the data folder, made on the first start. */
export function readOrMakePassword(dataDir: string, isNewCluster: boolean): string {
  const file = join(dataDir, "postgres-password");
  if (isNewCluster) return makePassword(file);
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new CannotStart(
      `The database password ${file} cannot be read: it belongs with the database beside it.`,
    );
  }
}

function makePassword(file: string): string {
  const password = randomBytes(32).toString("base64url");
  writeFileSync(`${file}.new`, password, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return password;
}
