import { hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

const bytes = 32;

/** What a key is for; a new purpose never shares another's key. */
export type Purpose = "record-signatures";

/** Keys made from the school's secret: 32 bytes for each purpose (HKDF with SHA-256, RFC 5869). */
export interface Secrets {
  keyFor(purpose: Purpose): Buffer;
}

/** A secret file that cannot be used; its message is the sentence the operator reads. */
export class SecretFileError extends Error {}

/** Reads the secret file, or makes it where there is none; throws `SecretFileError` when it holds something else. */
export async function openSecrets(file: string): Promise<Secrets> {
  const kept = (await read(file)) ?? (await make(file));
  const secret = Buffer.from(kept.trim(), "hex");
  if (secret.length !== bytes)
    throw new SecretFileError(`SECRET_FILE ${file} must hold ${bytes} bytes in hexadecimal, nothing else.`);
  return secretsFrom(secret);
}

/** Keys from a secret that is already at hand. */
export const secretsFrom = (secret: Buffer): Secrets => ({
  keyFor: (purpose) => Buffer.from(hkdfSync("sha256", secret, "", `lectern ${purpose}`, bytes)),
});

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new SecretFileError(`SECRET_FILE ${file} cannot be read.`, { cause: error });
  }
}

/** Written beside and linked into place, so that of two first starts one secret stands and both use it. */
async function make(file: string): Promise<string> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(draft, `${randomBytes(bytes).toString("hex")}\n`, { mode: 0o600, flush: true });
    await link(draft, file).catch(unlessThere);
    await unlink(draft);
    return await readFile(file, "utf8");
  } catch (error) {
    throw new SecretFileError(`SECRET_FILE ${file} cannot be made.`, { cause: error });
  }
}

function unlessThere(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
}
