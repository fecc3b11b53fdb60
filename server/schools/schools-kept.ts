import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { keepsSchool } from "./school.access.ts";

/** The ids of the schools somebody keeps, as an array that a query works out once. */
export const schoolsKeptBy = (actor: Actor): RawBuilder<string[]> =>
  sql`array(select kept.id from school kept where kept.district_id = ${actor.districtId} and ${keepsSchool(actor, sql.ref("kept.id"))})`;
