import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { listAnsweredFields } from "#server/record-templates/find-form.ts";
import type { FamilyAnswers } from "./questionnaire.contract.ts";
import { findSeasonAndGrade, listHouseholdAnswers } from "./questionnaire.queries.ts";

/** What the families of a conference answered, with the names of what the school's own form asks or asked them. */
export async function readFamilyAnswers(db: Db, actor: Actor, conferenceId: string): Promise<FamilyAnswers> {
  const households = await listHouseholdAnswers(db, actor, conferenceId);
  const place = await findSeasonAndGrade(db, actor, conferenceId);
  if (!place) return { households, own: [] };
  const answered = households.flatMap(({ answers }) => answers.map(({ question }) => question));
  const { now, earlier } = await listAnsweredFields(db, actor, { ...place, by: "family" }, answered);
  return { households, own: [...now, ...earlier] };
}
