import type { Person } from "#test/support/people.ts";
import type { Lectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import {
  listGoals,
  setGoal,
  writePromise,
  type Goal,
  type NewGoal,
  type PromiseSide,
} from "#web/goals/goal.api.ts";

/** What Itzel sets out to do. */
export const pages = "Read one chapter a night";

/** Itzel with a first goal in the open season. */
export async function aStudentWithGoal(
  lectern: Lectern,
  wording = pages,
): Promise<Story & { goalId: string }> {
  const story = await aStudentWithAdviser(lectern.db);
  const { id } = await lectern.as(story.itzel, () => setGoal(newGoal(story, { wording })));
  return { ...story, goalId: id };
}

/** A goal as the page would send it. */
export const newGoal = ({ school, itzel }: Story, facts: Partial<NewGoal> = {}): NewGoal => ({
  studentId: itzel.personId,
  seasonId: school.seasonId,
  wording: pages,
  category: "academic",
  measure: "",
  dueOn: null,
  language: "en",
  ...facts,
});

/** What somebody sees of a student's goals this season. */
export const goalsAs = async (lectern: Lectern, reader: Person, student: Person): Promise<Goal[]> =>
  (await lectern.as(reader, () => listGoals(student.personId))).goals;

/** Somebody writes what a side will do. */
export const promise = (
  lectern: Lectern,
  writer: Person,
  goalId: string,
  side: PromiseSide,
  wording: string,
  householdId: string | null = null,
): Promise<void> =>
  lectern.as(writer, () =>
    writePromise(goalId, side, {
      householdId,
      base: null,
      value: { wording, ownerName: "", byOn: null },
      language: "en",
    }),
  );

/** The goals of the season are agreed, as finishing a conference does. */
export async function agree(lectern: Lectern, { school, itzel }: Story): Promise<void> {
  await lectern.db
    .updateTable("goal")
    .set({ state: "agreed" })
    .where("districtId", "=", school.districtId)
    .where("studentId", "=", itzel.personId)
    .execute();
}
