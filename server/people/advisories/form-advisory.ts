import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Stale } from "#server/http/problems.ts";
import { keepsSchool } from "#server/schools/school.access.ts";
import type { AdvisoryChange, NewAdvisory } from "./group.contract.ts";
import { lockAdvisory } from "./group.queries.ts";

/** Forms an advisory for a school year. */
export async function formAdvisory(
  tx: Tx,
  actor: Actor,
  { schoolYearId, name, room }: NewAdvisory,
): Promise<string> {
  const year = await tx
    .selectFrom("schoolYear")
    .select("schoolYear.schoolId")
    .where("schoolYear.districtId", "=", actor.districtId)
    .where("schoolYear.id", "=", schoolYearId)
    .where(keepsSchool(actor, sql.ref("schoolYear.schoolId")))
    .executeTakeFirstOrThrow(() => new NotFound("school year"));
  const id = uuidv7();
  await tx
    .insertInto("advisory")
    .values({
      districtId: actor.districtId,
      id,
      schoolId: year.schoolId,
      schoolYearId,
      name: name.trim(),
      room,
    })
    .execute();
  return id;
}

/** Changes its name or room. */
export async function changeAdvisory(
  tx: Tx,
  actor: Actor,
  advisoryId: string,
  { field, base, value }: AdvisoryChange,
): Promise<void> {
  const advisory = await lockAdvisory(tx, actor, advisoryId);
  if (advisory[field] !== base) throw new Stale(advisory[field], field);
  await tx
    .updateTable("advisory")
    .set({ [field]: value })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", advisoryId)
    .execute();
}
