import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { listOwnFields } from "#server/record-templates/find-form.ts";
import type { FamilyAnswers } from "./questionnaire.contract.ts";
import { findSeasonAndGrade, listHouseholdAnswers } from "./questionnaire.queries.ts";

/** What the families of a conference answered, with the names of what the school's own form asked them. */
export async function readFamilyAnswers(db: Db, actor: Actor, conferenceId: string): Promise<FamilyAnswers> {
  const households = await listHouseholdAnswers(db, actor, conferenceId);
  const place = await findSeasonAndGrade(db, actor, conferenceId);
  return { households, own: place ? await listOwnFields(db, actor, { ...place, by: "family" }) : [] };
}
