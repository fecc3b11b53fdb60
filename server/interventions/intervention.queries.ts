import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import type { InterventionPlan } from "./intervention.contract.ts";

interface Place {
  conferenceId: string;
  studentId: string;
  interventionId: string;
}

/** Writes a support plan of this conference, new or again; false when the id is another conference's. */
export async function putPlan(
  tx: Tx,
  { districtId }: Actor,
  { conferenceId, studentId, interventionId }: Place,
  plan: InterventionPlan,
): Promise<boolean> {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from intervention where district_id = ${districtId} and conference_id = ${conferenceId})`;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("intervention")
    .values({ districtId, id: interventionId, conferenceId, studentId, ...plan, state: "proposed", position })
    .onConflict((conflict) =>
      conflict
        .columns(["districtId", "id"])
        .doUpdateSet(plan)
        .where("intervention.conferenceId", "=", conferenceId),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** What a support plan of this conference says; callers hold its record. */
export const findPlan = async (
  tx: Tx,
  { districtId }: Actor,
  { conferenceId, interventionId }: Place,
): Promise<InterventionPlan | undefined> =>
  (await tx
    .selectFrom("intervention")
    .select(["need", "action", "provider", "startsOn", "frequency", "measure", "reviewOn"])
    .where("districtId", "=", districtId)
    .where("id", "=", interventionId)
    .where("conferenceId", "=", conferenceId)
    .executeTakeFirst()) as InterventionPlan | undefined;

/** Takes a support plan back that was only proposed; false when there is none. */
export async function dropPlan(
  tx: Tx,
  { districtId }: Actor,
  { conferenceId, interventionId }: Place,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("intervention")
    .where("districtId", "=", districtId)
    .where("id", "=", interventionId)
    .where("conferenceId", "=", conferenceId)
    .where("state", "=", "proposed")
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** What was proposed at a conference becomes agreed with its record. */
export async function agreePlans(tx: Tx, { districtId }: Actor, conferenceId: string): Promise<void> {
  await tx
    .updateTable("intervention")
    .set({ state: "agreed" })
    .where("districtId", "=", districtId)
    .where("conferenceId", "=", conferenceId)
    .where("state", "=", "proposed")
    .execute();
}

/** Moves what was proposed at one conference to another. */
export async function movePlans(
  tx: Tx,
  { districtId }: Actor,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx
    .updateTable("intervention")
    .set({ conferenceId: to })
    .where("districtId", "=", districtId)
    .where("conferenceId", "=", from)
    .where("state", "=", "proposed")
    .execute();
}
