import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Refused } from "#server/http/problems.ts";
import { enqueue } from "#server/jobs/queue.ts";
import { anyOf } from "#server/access/relations.ts";
import { administeredBy } from "#server/seasons/season.access.ts";
import { leadsAdvisory } from "./bundle.access.ts";
import type { BundleAsked } from "./bundle.contract.ts";

/**
 * Asks for a season's records in one file. Throws 404 to an adviser for anything but her own advisory, 409
 * `bundle-on-its-way` while the same is being made already.
 */
export async function beginBundle(
  tx: Tx,
  actor: Actor,
  seasonId: string,
  { form, copies, advisoryId, paper = "ours" }: BundleAsked,
): Promise<string> {
  const { districtId, personId: askedBy, now: askedAt } = actor;
  await refuseOthersAdvisory(tx, actor, seasonId, advisoryId);
  const same = await tx
    .selectFrom("recordBundle")
    .select("id")
    .where("districtId", "=", districtId)
    .where("seasonId", "=", seasonId)
    .where("form", "=", form)
    .where("copies", "=", copies)
    .where("paper", "=", paper)
    .where("advisoryId", "is not distinct from", advisoryId)
    .where("askedBy", "=", askedBy)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  if (same) throw new Refused("bundle-on-its-way", "This is being made already.");
  const id = uuidv7();
  const asked = { form, copies, paper, advisoryId, askedBy, askedAt, state: "waiting" };
  await tx
    .insertInto("recordBundle")
    .values({ districtId, id, seasonId, ...asked })
    .execute();
  await enqueue(tx, "make-bundle", { districtId, bundleId: id });
  return id;
}

async function refuseOthersAdvisory(
  tx: Tx,
  actor: Actor,
  seasonId: string,
  advisoryId: string | null,
): Promise<void> {
  await tx
    .selectFrom("season")
    .select("season.id")
    .where("season.districtId", "=", actor.districtId)
    .where("season.id", "=", seasonId)
    .where(anyOf(administeredBy(actor), leadsAdvisory(actor, sql`${advisoryId}::uuid`)))
    .executeTakeFirstOrThrow(() => new NotFound("advisory"));
}
