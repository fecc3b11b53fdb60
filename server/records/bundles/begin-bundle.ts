import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { enqueue } from "#server/jobs/queue.ts";
import type { BundleAsked } from "./bundle.contract.ts";

/** Asks for a season's records in one file; while the same is being made already, throws 409 `bundle-on-its-way`. */
export async function beginBundle(
  tx: Tx,
  { districtId, personId: askedBy, now: askedAt }: Actor,
  seasonId: string,
  { form, copies, advisoryId }: BundleAsked,
): Promise<string> {
  const same = await tx
    .selectFrom("recordBundle")
    .select("id")
    .where("districtId", "=", districtId)
    .where("seasonId", "=", seasonId)
    .where("form", "=", form)
    .where("copies", "=", copies)
    .where("advisoryId", "is not distinct from", advisoryId)
    .where("askedBy", "=", askedBy)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  if (same) throw new Refused("bundle-on-its-way", "This is being made already.");
  const id = uuidv7();
  const asked = { form, copies, advisoryId, askedBy, askedAt, state: "waiting" };
  await tx
    .insertInto("recordBundle")
    .values({ districtId, id, seasonId, ...asked })
    .execute();
  await enqueue(tx, "make-bundle", { districtId, bundleId: id });
  return id;
}
