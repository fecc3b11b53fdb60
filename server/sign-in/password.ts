import { hash, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 passes, 1 lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password with argon2id. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let stranger: Promise<string> | undefined;

/** Compares a password; without a stored hash it takes as long and says no, so nobody learns which names exist. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  stranger ??= hashPassword("nobody has this password");
  const matches = await verify(stored ?? (await stranger), password);
  return stored !== null && matches;
}
