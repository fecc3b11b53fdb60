import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import type { Db, Tx } from "#server/database/connect.ts";

const lifetime = 20 * 60_000;
const triesACode = 5;

/** Six digits for a link, valid twenty minutes and five tries; an earlier code of the same link is void. */
export async function makeCode(tx: Tx, linkHash: string, now: Date): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const tokenHash = Buffer.from(linkHash, "hex");
  const born = {
    codeHash: hashOfCode(tokenHash, code),
    tries: 0,
    expiresAt: new Date(now.getTime() + lifetime),
  };
  await tx
    .insertInto("signInCode")
    .values({ tokenHash, ...born })
    .onConflict((conflict) => conflict.column("tokenHash").doUpdateSet(born))
    .execute();
  return code;
}

/** Tries a code. The try is counted at once and for good, so it is asked outside any transaction that may fail. */
export async function tryCode(db: Db, tokenHash: Buffer, code: string, now: Date): Promise<boolean> {
  const tried = await db
    .updateTable("signInCode")
    .set({ tries: sql<number>`tries + 1` })
    .where("tokenHash", "=", tokenHash)
    .where("tries", "<", triesACode)
    .where("expiresAt", ">", now)
    .returning("codeHash")
    .executeTakeFirst();
  return tried !== undefined && timingSafeEqual(tried.codeHash, hashOfCode(tokenHash, code));
}

/** Spends a code that was right. */
export const spendCode = async (tx: Tx, tokenHash: Buffer): Promise<boolean> =>
  (await tx.deleteFrom("signInCode").where("tokenHash", "=", tokenHash).executeTakeFirst()).numDeletedRows >
  0n;

/** Bound to its link, so that a code fits no other. */
const hashOfCode = (tokenHash: Buffer, code: string): Buffer =>
  createHash("sha256").update(tokenHash).update(code).digest();
