import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { Circle } from "../cast.ts";

export interface FollowUpThings {
  /** A support plan agreed at the held conference. */
  readonly agreedPlanId: string;
  /** What the school promised towards the goal agreed there. */
  readonly schoolPromiseId: string;
}

/** What is to be followed after the held conference. */
export async function bringFollowUp(
  db: Db,
  { school: { districtId }, student }: Circle,
  { heldConferenceId, agreedGoalId }: { heldConferenceId: string; agreedGoalId: string },
): Promise<FollowUpThings> {
  const agreedPlanId = uuidv7();
  await db
    .insertInto("intervention")
    .values({
      districtId,
      id: agreedPlanId,
      studentId: student.personId,
      conferenceId: heldConferenceId,
      need: "learning-gap",
      action: "Secret of the support plan",
      reviewOn: "2026-11-10",
      state: "agreed",
      position: 1,
    })
    .execute();
  const { id } = await db
    .selectFrom("promise")
    .select("id")
    .where("districtId", "=", districtId)
    .where("goalId", "=", agreedGoalId)
    .where("side", "=", "school")
    .executeTakeFirstOrThrow();
  return { agreedPlanId, schoolPromiseId: id };
}
