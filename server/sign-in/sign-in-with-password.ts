import type { Db } from "#server/database/connect.ts";
import { Problem } from "#server/http/problems.ts";
import { listAccountsNamed } from "./account.queries.ts";
import { openSession } from "./open-session.ts";
import { passwordMatches } from "./password.ts";
import type { PasswordSignIn } from "./session.contract.ts";
import { checkThrottle, countTry, type Bucket } from "./throttle.ts";

/**
 * Signs in by name and password and returns a session token.
 * Takes the database, not a transaction: a failed try must be counted although the sign-in is refused.
 */
export async function signInWithPassword(
  db: Db,
  entry: PasswordSignIn,
  address: string,
  now: Date,
): Promise<string> {
  const buckets: Bucket[] = [
    { kind: "name", value: `${entry.schoolId ?? "any"} ${entry.name}` },
    { kind: "address", value: address },
  ];
  await checkThrottle(db, buckets, now);
  const candidates = await listAccountsNamed(db, entry.name, entry.schoolId);
  for (const candidate of candidates) {
    if (await passwordMatches(candidate.passwordHash, entry.password)) {
      return await db.transaction().execute((tx) => openSession(tx, candidate, now));
    }
  }
  if (candidates.length === 0) await passwordMatches(null, entry.password);
  await countTry(db, buckets, now);
  throw new Problem(401, "wrong-password", "This name and password do not go together.", {
    field: "password",
  });
}
