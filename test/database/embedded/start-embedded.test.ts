import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AlreadyRunning } from "#server/database/embedded/cannot-start.ts";
import { findPostmaster } from "#server/database/embedded/postmaster-file.ts";
import { findProcess } from "#server/database/embedded/running-process.ts";
import { startEmbedded } from "#server/database/embedded/start-embedded.ts";
import { ask } from "./ask.ts";
import { startChild } from "./child.ts";
import { dataFolder } from "./folder.ts";

test("an empty folder becomes a database that keeps its rows from start to start", async () => {
  const dataDir = dataFolder();
  const first = await startEmbedded({ dataDir });
  await ask(first, "create table kept as select 1 as number");
  await first.stop();
  const second = await startEmbedded({ dataDir });
  expect(await ask(second, "select number from kept")).toEqual([1]);
  await second.stop();
});

test("stopping leaves no process, no socket and no lock", async () => {
  const dataDir = dataFolder();
  const server = await startEmbedded({ dataDir, durable: false });
  const { pid } = findPostmaster(join(dataDir, "postgres"))!;
  await server.stop();
  expect(findProcess(pid)).toBeUndefined();
  expect([server.host, join(dataDir, "lectern.lock")].filter(existsSync)).toEqual([]);
});

test("the second Lectern on a data folder is refused while the first lives, and leaves it alone", async () => {
  const dataDir = dataFolder();
  const server = await startEmbedded({ dataDir, durable: false });
  await expect(startEmbedded({ dataDir })).rejects.toThrow(AlreadyRunning);
  await expect(startChild(dataDir)).rejects.toThrow(`already running with the data folder ${dataDir}`);
  expect(await ask(server, "select 1")).toEqual([1]);
  await server.stop();
});

test("a killed Lectern's server is taken over as it runs", async () => {
  const dataDir = dataFolder();
  const killed = await startChild(dataDir);
  const before = findPostmaster(join(dataDir, "postgres"))!;
  await killed.kill("SIGKILL");
  const server = await startEmbedded({ dataDir, durable: false });
  expect(findPostmaster(join(dataDir, "postgres"))).toEqual(before);
  expect(await ask(server, "select 1")).toEqual([1]);
  await server.stop();
  expect(findProcess(before.pid)).toBeUndefined();
});

test("a killed Lectern's server that ran with other settings is started again", async () => {
  const dataDir = dataFolder();
  await (await startChild(dataDir)).kill("SIGKILL");
  const server = await startEmbedded({ dataDir, durable: true });
  expect(await ask(server, "show fsync")).toEqual(["on"]);
  await server.stop();
});

test("what PostgreSQL acknowledged is there after it was killed", async () => {
  const dataDir = dataFolder();
  const server = await startEmbedded({ dataDir });
  await ask(server, "create table kept (number int)");
  for (let number = 1; number <= 50; number++) await ask(server, `insert into kept values (${number})`);
  process.kill(findPostmaster(join(dataDir, "postgres"))!.pid, "SIGKILL");
  await server.stop();
  const again = await startEmbedded({ dataDir });
  expect(await ask(again, "select max(number), count(*)::int from kept")).toEqual([50, 50]);
  await again.stop();
});

test.each([
  ["a dead process", 4_194_300],
  ["another living program", process.pid],
])("a postmaster.pid that names %s does not stop the start", async (_, pid) => {
  const dataDir = dataFolder();
  await (await startEmbedded({ dataDir, durable: false })).stop();
  writeFileSync(join(dataDir, "postgres/postmaster.pid"), `${pid}\n${dataDir}/postgres\n1\n5432\n/tmp\n`);
  const server = await startEmbedded({ dataDir, durable: false });
  expect(await ask(server, "select 1")).toEqual([1]);
  await server.stop();
});

test("a socket left by a killed server does not stop the next one, though its number is another process's by now", async () => {
  const [dataDir, other] = [dataFolder(), dataFolder()];
  const killed = await startEmbedded({ dataDir, durable: false });
  const { pid } = findPostmaster(join(dataDir, "postgres"))!;
  const lock = join(killed.host, ".s.PGSQL.5432.lock");
  const left = readFileSync(lock, "utf8");
  await killed.stop();
  const neighbour = await startEmbedded({ dataDir: other, durable: false });
  const { pid: taken } = findPostmaster(join(other, "postgres"))!;
  mkdirSync(killed.host, { mode: 0o700 });
  writeFileSync(lock, left.replace(String(pid), String(taken)), { mode: 0o600 });
  const next = await startEmbedded({ dataDir, durable: false });
  expect(await ask(next, "select 1")).toEqual([1]);
  await next.stop();
  await neighbour.stop();
});

test("a lock left by a dead process, or by an earlier one of the same number, is taken over", async () => {
  const dataDir = dataFolder();
  for (const left of [`{"pid":4194300,"startedAt":"1"}`, `{"pid":${process.pid},"startedAt":"1"}`, ""]) {
    writeFileSync(join(dataDir, "lectern.lock"), left);
    await (await startEmbedded({ dataDir, durable: false })).stop();
  }
});

test("a start that broke off while making the database is begun again", async () => {
  const dataDir = dataFolder();
  const half = await startEmbedded({ dataDir, durable: false });
  await half.stop();
  const { renameSync } = await import("node:fs");
  renameSync(join(dataDir, "postgres"), join(dataDir, "postgres.new"));
  const server = await startEmbedded({ dataDir, durable: false });
  expect(await ask(server, "select 1")).toEqual([1]);
  await server.stop();
});

test("a database of another PostgreSQL is named, not touched", async () => {
  const dataDir = dataFolder();
  await (await startEmbedded({ dataDir, durable: false })).stop();
  writeFileSync(join(dataDir, "postgres/PG_VERSION"), "17\n");
  await expect(startEmbedded({ dataDir })).rejects.toThrow("was made by PostgreSQL 17");
});

test("the password is kept where only its owner reads it, and the log repeats nothing people wrote", async () => {
  const dataDir = dataFolder();
  const server = await startEmbedded({ dataDir, durable: false });
  await expect(ask(server, "select 'her secret'::int")).rejects.toThrow();
  await server.stop();
  expect(statSync(join(dataDir, "postgres-password")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dataDir, "postgres.log"), "utf8")).not.toContain("her secret");
});
