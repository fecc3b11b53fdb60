import { cpSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { completeLibraries, findBinaries } from "#server/database/embedded/binaries.ts";
import { removeSocketFolder } from "#server/database/embedded/socket-folder.ts";
import { startEmbedded } from "#server/database/embedded/start-embedded.ts";
import { projectRoot } from "#server/project-root.ts";
import { ask } from "./ask.ts";
import { startChild } from "./child.ts";
import { dataFolder } from "./folder.ts";

test("a temporary folder too long for a socket is passed over for a shorter one", async () => {
  const dataDir = dataFolder();
  const long = join(dataDir, "a".repeat(90));
  mkdirSync(long);
  const child = await startChild(join(dataDir, "data"), { env: { TMPDIR: long } });
  expect(child.address.host).not.toContain(long);
  expect(await ask(child.address, "select 1")).toEqual([1]);
  await child.kill("SIGTERM");
});

test("a data folder with a very long path works", async () => {
  const dataDir = join(dataFolder(), "b".repeat(100), "c".repeat(100));
  const server = await startEmbedded({ dataDir, durable: false });
  expect(await ask(server, "select 1")).toEqual([1]);
  await server.stop();
});

test("somebody else's file where the socket would go is left alone", async () => {
  const dataDir = dataFolder();
  const first = await startEmbedded({ dataDir, durable: false });
  await first.stop();
  symlinkSync("/etc", first.host);
  const second = await startEmbedded({ dataDir, durable: false });
  expect(second.host).not.toBe(first.host);
  await second.stop();
  expect(lstatSync(first.host).isSymbolicLink()).toBe(true);
  removeSocketFolder(first.host);
});

test("library links that the install did not make are made at the start", async () => {
  const { postgres } = await findBinaries();
  const native = join(dataFolder(), "native");
  cpSync(dirname(dirname(postgres)), native, { recursive: true, filter: (path) => !path.includes("/share") });
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as { target: string }[];
  const paths = links.map(({ target }) => join(dirname(native), target));
  for (const path of paths) rmSync(path, { force: true });
  completeLibraries(native);
  completeLibraries(native);
  expect(paths.filter((path) => !lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())).toEqual([]);
});

test("a data folder that cannot be is named in one sentence", async () => {
  const file = join(dataFolder(), "file");
  writeFileSync(file, "");
  await expect(startEmbedded({ dataDir: join(file, "data") })).rejects.toThrow(
    `The data folder ${join(file, "data")} cannot be made or opened (ENOTDIR).`,
  );
});

test("the checkout is found from a module deep inside it", () => {
  expect(JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"))).toMatchObject({
    name: "lectern",
  });
});
