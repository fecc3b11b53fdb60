import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { belongsTo } from "./school.access.ts";
import type { School } from "./school.contract.ts";

/** The schools somebody belongs to, by name. */
export const listMySchools = (db: Db, actor: Actor): Promise<School[]> =>
  db
    .selectFrom("school")
    .select(["school.id", "school.name", "school.timeZone as zone", "school.phone"])
    .where("school.districtId", "=", actor.districtId)
    .where("school.isActive", "=", true)
    .where(belongsTo(actor))
    .orderBy("school.name")
    .execute();
