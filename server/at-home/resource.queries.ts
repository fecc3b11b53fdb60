import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { resourceOwnedBy } from "./at-home.access.ts";
import type { Resource } from "./at-home.contract.ts";

/** More than anybody finds her way in. */
export const mostResources = 200;

/** What an adviser keeps for families, by title. */
export const listResources = (db: Db | Tx, actor: Actor): Promise<Resource[]> =>
  db
    .selectFrom("resource")
    .select(["id", "title", "about", "address", "language"])
    .where("resource.districtId", "=", actor.districtId)
    .where(resourceOwnedBy(actor))
    .orderBy("title")
    .orderBy("id")
    .limit(mostResources)
    .execute();

/** Forgets a resource of hers; records that have it keep it. */
export const forgetResource = (db: Db, actor: Actor, resourceId: string) =>
  db
    .deleteFrom("resource")
    .where("resource.districtId", "=", actor.districtId)
    .where("resource.id", "=", resourceId)
    .where(resourceOwnedBy(actor))
    .execute();
