import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";
import { FileStorage } from "#server/files/storage/file-storage.ts";
import { secretsFrom } from "#server/secrets/open-secrets.ts";
import { recordSigner } from "#server/secrets/sign-records.ts";
import type { Measured } from "../measured.ts";
import { endProcess, freePort, openScratch, startAndWait, type Scratch } from "../scratch.ts";
import { captureFamilyView, cookieOf, pathFor } from "./capture.ts";
import { makeThousandStudents } from "./thousand-students.ts";

const guardians = 500;
const seconds = 6;
const rounds = 3;

/** A server under load. */
export interface Target {
  readonly origin: string;
  readonly requests: autocannon.Request[];
  stop(): Promise<void>;
}

/** The family view of a portfolio for 500 guardians, loaded from another process, in requests a second. */
export async function measureFamilyView(): Promise<Measured> {
  const scratch = await openScratch();
  try {
    await makeThousandStudents(scratch.db);
    const targets = [await startOurs(scratch), await startBare(scratch)] as const;
    const [ours, baseline] = await takeTurns(targets);
    for (const target of targets) await target.stop();
    const ratio = ours / baseline;
    return {
      name: "family view, 500 guardians",
      ours,
      baseline,
      ratio,
      unit: "requests a second",
      reach: "≥ 0.75",
      isReached: ratio >= 0.75,
    };
  } finally {
    await scratch.drop();
  }
}

/** Lectern itself on a database, and the requests of its five hundred guardians. */
export async function startOurs({ url, folder }: Scratch): Promise<Target> {
  const port = await freePort();
  const env = {
    DATABASE_URL: url,
    DATA_DIR: join(folder, "data"),
    PORT: `${port}`,
    HOST: "127.0.0.1",
    LOG_LEVEL: "silent",
    NODE_ENV: "production",
  };
  const { child } = await startAndWait(["build/server/main.js"], env, "Lectern is at");
  const requests = numbers().map((guardian) => ({
    path: pathFor(guardian),
    headers: { cookie: cookieOf(guardian) },
  }));
  return { origin: `http://127.0.0.1:${port}`, requests, stop: () => endProcess(child) };
}

async function startBare({ url, folder }: Scratch): Promise<Target> {
  const port = await freePort();
  const files = new FileStorage(join(folder, "capture"));
  const captured = await captureFamilyView(url, {
    files,
    scanner: null,
    signer: recordSigner(secretsFrom(randomBytes(32))),
    now: () => new Date(),
    baseUrl: "http://localhost",
    trustProxy: false,
    logLevel: "silent",
  });
  const statements = join(folder, "statements.json");
  writeFileSync(statements, JSON.stringify(captured));
  const { child } = await startAndWait(
    ["--import", "tsx", "scripts/bench/family-view/bare-server.ts"],
    { DATABASE_URL: url, PORT: `${port}`, STATEMENTS: statements },
    "ready",
  );
  return {
    origin: `http://127.0.0.1:${port}`,
    requests: numbers().map((guardian) => ({ path: `/${guardian}` })),
    stop: () => endProcess(child),
  };
}

const numbers = (): number[] => Array.from({ length: guardians }, (_, index) => index + 1);

/** One round to warm both, then turn and turn about, so that neither has the quieter minutes. */
async function takeTurns(targets: readonly [Target, Target]): Promise<[number, number]> {
  const sums: [number, number] = [0, 0];
  for (let round = 0; round <= rounds; round++) {
    for (const index of [0, 1] as const) {
      const rate = await load(targets[index]);
      if (round > 0) sums[index] += rate / rounds;
    }
  }
  return sums;
}

async function load({ origin, requests }: Target): Promise<number> {
  const result = await autocannon({ url: origin, connections: 16, duration: seconds, requests });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused and ${result.errors} failed at ${origin}.`);
  return result.requests.average;
}
