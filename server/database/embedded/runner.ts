import { spawnSync } from "node:child_process";
import { chownSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#server/project-root.ts";
import type { Binaries } from "./binaries.ts";
import { CannotStart } from "./cannot-start.ts";

/** As whom PostgreSQL runs: it refuses to be root. `uid` is undefined when nothing needs to change hands. */
export type Runner = { uid: number | undefined; gid: number | undefined; command(program: string): string[] };

// Nobody's number: neither a person's nor the system's `nobody`, which other programs share.
const ownUid = 61847;

/** Runs plainly as an ordinary user; root becomes the checkout's owner, else a user of our own, else a user namespace. */
export function chooseRunner(binaries: Binaries, folders: string[]): Runner {
  if (process.getuid?.() !== 0) return { uid: undefined, gid: undefined, command: (program) => [program] };
  const other = userBesidesRoot();
  if (reaches(other, binaries.postgres, folders)) return { ...other, command: (program) => [program] };
  if (canUnshare(binaries)) return inNamespace;
  throw new CannotStart(
    "PostgreSQL refuses to run as root and another user cannot reach this folder: " +
      "start Lectern as an ordinary user, or move it to where others may enter, or set DATABASE_URL.",
  );
}

/** initdb, unlike the server, insists on a user with a name: ours has none, so it borrows one for that second. */
export function chooseInitialiser(runner: Runner, binaries: Binaries): Runner {
  if (!runner.uid || namedUsers().includes(runner.uid)) return runner;
  if (canUnshare(binaries)) return inNamespace;
  const { uid, gid } = { uid: borrowedUser(), gid: borrowedUser() };
  return { uid, gid, command: (program) => [program] };
}

/** How a child process becomes this user. */
export const becoming = ({ uid, gid }: Runner) => (uid ? { uid, gid } : {});

const unshare = () => ["--user", `--map-user=${borrowedUser()}`, `--map-group=${borrowedUser()}`, "--"];

// Root outside, somebody else inside: no folder has to be opened to others.
const inNamespace: Runner = { uid: 0, gid: 0, command: (program) => ["unshare", ...unshare(), program] };

const borrowedUser = () => namedUsers().findLast((uid) => uid === 65534) ?? namedUsers()[0] ?? 1000;

function namedUsers(): number[] {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  return lines.map((line) => Number(line.split(":")[2])).filter((uid) => uid > 0);
}

function userBesidesRoot(): { uid: number; gid: number } {
  const { uid, gid } = statSync(projectRoot);
  return uid === 0 ? { uid: ownUid, gid: ownUid } : { uid, gid };
}

// Tried rather than computed: modes, access lists, mount options and containers all have a say.
function reaches(user: { uid: number; gid: number }, program: string, folders: string[]): boolean {
  const script = 'program=$1; shift; "$program" --version && for folder; do cd "$folder" || exit 1; done';
  const tried = spawnSync("/bin/sh", ["-c", script, "sh", program, ...folders], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  return tried.status === 0;
}

function canUnshare({ postgres }: Binaries): boolean {
  return spawnSync("unshare", [...unshare(), postgres, "--version"], { stdio: "ignore" }).status === 0;
}

/** Gives a folder and all in it to the user PostgreSQL runs as, if it is not theirs yet. */
export function giveTo({ uid, gid }: Runner, path: string): void {
  if (uid === undefined || gid === undefined || lstatSync(path).uid === uid) return;
  for (const entry of readdirSync(path, { recursive: true, encoding: "utf8" }))
    lchownSync(join(path, entry), uid, gid);
  chownSync(path, uid, gid); // last: an interrupted change of hands is taken up again
}
