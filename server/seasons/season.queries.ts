import { isStaff, type Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { belongsTo } from "#server/schools/school.access.ts";
import type { Season } from "./season.contract.ts";

const seasonColumns = [
  "season.id",
  "season.schoolId",
  "season.name",
  "season.code",
  "season.startsOn",
  "season.endsOn",
  "season.minutes",
  "season.state",
] as const;

/** The seasons of somebody's schools, newest first; what is still being planned is the staff's. */
export const listSeasons = (db: Db, actor: Actor): Promise<Season[]> =>
  db
    .selectFrom("season")
    .innerJoin("school", (join) =>
      join.onRef("school.districtId", "=", "season.districtId").onRef("school.id", "=", "season.schoolId"),
    )
    .select(seasonColumns)
    .where("season.districtId", "=", actor.districtId)
    .where(belongsTo(actor))
    .$if(!isStaff(actor), (query) => query.where("season.state", "<>", "draft"))
    .orderBy("season.startsOn", "desc")
    .orderBy("season.id")
    .execute();
