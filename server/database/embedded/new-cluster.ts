import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { CannotStart } from "./cannot-start.ts";
import { plainEnvironment } from "./environment.ts";
import { becoming, chooseInitialiser, giveTo, type Runner } from "./runner.ts";

/** The PostgreSQL user that owns everything of ours. */
export const databaseUser = "lectern";

/** Makes an empty cluster beside its place and moves it there when whole, so a broken start leaves nothing half made. */
export function makeCluster(cluster: string, password: string, binaries: Binaries, runner: Runner): void {
  const draft = `${cluster}.new`;
  const initialiser = chooseInitialiser(runner, binaries);
  rmSync(draft, { recursive: true, force: true });
  for (const folder of [draft, join(draft, "data")]) makePrivate(folder, initialiser);
  writeFileSync(join(draft, "password"), password, { mode: 0o600 });
  hand(join(draft, "password"), initialiser);
  initialise(draft, binaries, initialiser);
  giveTo(runner, join(draft, "data"));
  renameSync(join(draft, "data"), cluster);
  rmSync(draft, { recursive: true, force: true });
}

/** Whether the folder holds a cluster; one of another major version is an error, not an empty place. */
export function hasCluster(cluster: string): boolean {
  const versionFile = join(cluster, "PG_VERSION");
  if (!existsSync(versionFile)) return false;
  const version = readFileSync(versionFile, "utf8").trim();
  if (version === "18") return true;
  throw new CannotStart(
    `The database in ${cluster} was made by PostgreSQL ${version}; this Lectern brings 18.`,
  );
}

function initialise(draft: string, binaries: Binaries, runner: Runner): void {
  const [program, ...before] = runner.command(binaries.initdb) as [string, ...string[]];
  const options = ["-A", "scram-sha-256", "--no-sync", "-E", "UTF8", "--locale=C", "--no-instructions"];
  // The built-in C.UTF-8 sorts alike on every machine, whatever locales it has.
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const where = ["-U", databaseUser, `--pwfile=${join(draft, "password")}`, "-D", join(draft, "data")];
  const made = spawnSync(program, [...before, ...options, ...locale, ...where], {
    ...becoming(runner),
    cwd: draft,
    env: plainEnvironment(),
    encoding: "utf8",
  });
  if (made.status !== 0)
    throw new CannotStart(`PostgreSQL could not make its folder: ${lastLine(made.stderr)}`);
}

const lastLine = (text: string | null) => text?.trim().split("\n").at(-1) ?? "it did not start.";

function makePrivate(folder: string, runner: Runner): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  hand(folder, runner);
}

function hand(path: string, { uid, gid }: Runner): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
