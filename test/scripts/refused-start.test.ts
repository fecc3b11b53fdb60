import { writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readConfig } from "#server/config.ts";
import { startEmbedded } from "#server/database/embedded/start-embedded.ts";
import { dataFolder } from "#test/database/embedded/folder.ts";
import { startAndFail } from "./start-server.ts";

const oneSentence = /^[^\n]+[.]$/;

test.each([
  ["PORT", "eighty"],
  ["BASE_URL", "not a url"],
  ["DATABASE_URL", "mysql://somewhere/else"],
  ["SMTP_URL", "nowhere"],
  ["FILES_URL", "ftp://somewhere"],
  ["FILES_URL", "s3://"],
  ["FILES_URL", "s3://key:secret@bucket"],
  ["FILES_URL", "s3://bucket?zone=eu"],
  ["FILES_URL", "s3://bucket?endpoint=minio"],
  ["FILE_LIMITS", "film=300"],
  ["FILE_LIMITS", "video=0"],
  ["FONTS_DIR", "/nowhere/at/all"],
  ["SCAN_URL", "tcp://scanner:3310"],
  ["SCAN_URL", "clamd://"],
  ["TRUST_PROXY", "perhaps"],
  ["LOG_LEVEL", "loud"],
])("a malformed %s is named in one sentence", (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must [^\\n]+[.]$`));
});

test("a password may come from a file of its own, and a file that is not there is named", () => {
  const file = join(dataFolder(), "password");
  writeFileSync(file, "p@ss/wörd\n");
  const DATABASE_URL = "postgres://lectern@db:5432/lectern";
  const { databaseUrl } = readConfig({ DATABASE_URL, DATABASE_PASSWORD_FILE: file });
  expect(decodeURIComponent(new URL(databaseUrl ?? "").password)).toBe("p@ss/wörd");
  const refused = (env: Record<string, string>) => expect(() => readConfig(env)).toThrow(oneSentence);
  refused({ DATABASE_URL, DATABASE_PASSWORD_FILE: `${file}.gone` });
  refused({ SMTP_PASSWORD_FILE: file });
});

test("a malformed variable stops the start with its sentence alone", async () => {
  const { code, said } = await startAndFail({ DATA_DIR: dataFolder(), PORT: "eighty" });
  expect(said).toBe("PORT must be a number from 0 to 65535, not “eighty”.");
  expect(code).toBe(1);
});

test("a port that is taken is named, and the database is stopped again", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void taken.close());
  await new Promise((resolve) => taken.once("listening", resolve));
  const port = String((taken.address() as AddressInfo).port);
  const dataDir = dataFolder();
  const { code, said } = await startAndFail({ DATA_DIR: dataDir, PORT: port });
  expect(said).toMatch(oneSentence);
  expect(said).toContain(`Port ${port} is taken`);
  expect(code).toBe(1);
  await (await startEmbedded({ dataDir })).stop();
});

test("a data folder that cannot be written to is named", async () => {
  const file = join(dataFolder(), "file");
  writeFileSync(file, "");
  const { code, said } = await startAndFail({ DATA_DIR: join(file, "data") });
  expect(said).toMatch(oneSentence);
  expect(said).toContain("cannot be");
  expect(code).toBe(1);
});

test("a second start on the same data folder says so and leaves the first alone", async () => {
  const dataDir = dataFolder();
  const first = await startEmbedded({ dataDir, durable: false });
  const { code, said } = await startAndFail({ DATA_DIR: dataDir, PORT: "0" });
  expect(said).toMatch(oneSentence);
  expect(said).toContain("already running");
  expect(code).toBe(1);
  await first.stop();
});
