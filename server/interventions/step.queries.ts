import type { Insertable, Updateable } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import type { Intervention, InterventionStep } from "#server/database/tables.ts";
import { NotFound } from "#server/http/problems.ts";
import { followableBy } from "./intervention.access.ts";

/** Holds a support plan this person follows. */
export const lockFollowable = (tx: Tx, actor: Actor, interventionId: string) =>
  tx
    .selectFrom("intervention")
    .select(["id", "state"])
    .where("intervention.districtId", "=", actor.districtId)
    .where("intervention.id", "=", interventionId)
    .where(followableBy(actor))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("support plan"));

/** Writes where a support plan that is held stands now. */
export const putStep = (
  tx: Tx,
  { districtId }: Actor,
  interventionId: string,
  change: Updateable<Intervention>,
): Promise<unknown> =>
  tx
    .updateTable("intervention")
    .set(change)
    .where("districtId", "=", districtId)
    .where("id", "=", interventionId)
    .execute();

/** Keeps who took the step, when and why. */
export const insertStep = (
  tx: Tx,
  { districtId, personId, now }: Actor,
  step: Omit<Insertable<InterventionStep>, "districtId" | "takenBy" | "takenAt">,
): Promise<unknown> =>
  tx
    .insertInto("interventionStep")
    .values({ ...step, districtId, takenBy: personId, takenAt: now })
    .execute();
