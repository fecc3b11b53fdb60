import { createPublicKey, randomBytes, verify } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSecrets, SecretFileError, secretsFrom } from "#server/secrets/open-secrets.ts";
import { recordSigner } from "#server/secrets/sign-records.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "lectern-secrets-"))));
afterAll(async () => await rm(folder, { recursive: true, force: true }));

const digest = randomBytes(32);

test("the first start makes a secret that its owner alone reads; the next start finds the same", async () => {
  const file = join(folder, "data/secret");
  const first = recordSigner(await openSecrets(file));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const next = recordSigner(await openSecrets(file));
  expect(next.publicKey).toBe(first.publicKey);
});

test("of two first starts at once one secret stands, and both use it", async () => {
  const file = join(folder, "together");
  const both = await Promise.all([openSecrets(file), openSecrets(file)]);
  const [one, other] = both.map((secrets) => recordSigner(secrets).publicKey);
  expect(one).toBe(other);
});

test("a file that holds something else is named and left as it is", async () => {
  const file = join(folder, "notes");
  await writeFile(file, "call the office");
  await expect(openSecrets(file)).rejects.toThrow(SecretFileError);
  expect(await readFile(file, "utf8")).toBe("call the office");
});

test("anyone with the public key can check what a school signed, and nobody else’s key fits", () => {
  const [ours, theirs] = [randomBytes(32), randomBytes(32)].map((secret) =>
    recordSigner(secretsFrom(secret)),
  );
  const signature = ours!.sign(digest);
  expect(verify(null, digest, createPublicKey(ours!.publicKey), signature)).toBe(true);
  expect([ours!.isSigned(digest, signature), theirs!.isSigned(digest, signature)]).toEqual([true, false]);
  expect(ours!.isSigned(randomBytes(32), signature)).toBe(false);
});
