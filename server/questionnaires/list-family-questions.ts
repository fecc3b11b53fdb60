import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { ownKey } from "#server/record-templates/definition/resolve-form.ts";
import type { Audience, Question } from "./questionnaire.contract.ts";
import { listHouseholdAnswers } from "./questionnaire.queries.ts";
import { questionsOf } from "./questions.ts";

/** One answer of a family, for a list to tick in the room. */
export interface FamilyQuestion {
  readonly householdId: string;
  readonly householdName: string;
  readonly question: Question;
  readonly answer: string;
  readonly language: string;
  /** `adviser`: for her eyes; it must not be copied where the student reads. */
  readonly audience: Audience;
}

/** What families want to talk about in a conference, in the order they were asked; empty for whoever may not read it. */
export async function listFamilyQuestions(
  db: Db,
  actor: Actor,
  conferenceId: string,
): Promise<FamilyQuestion[]> {
  const households = await listHouseholdAnswers(db, actor, conferenceId);
  return households.flatMap(({ id, name, answers }) =>
    inOrder(answers).flatMap((question) =>
      answers
        .filter((one) => one.question === question)
        .map(({ answer, language, audience }) => ({
          householdId: id,
          householdName: name,
          ...{ question, answer, language, audience },
        })),
    ),
  );
}

/** As they were asked, what the school's own form asks last. */
const inOrder = (answers: readonly { question: Question }[]): Question[] => [
  ...questionsOf("before"),
  ...answers.map(({ question }) => question).filter((question) => ownKey(question) !== undefined),
];
