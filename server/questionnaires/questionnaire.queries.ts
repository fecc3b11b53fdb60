import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { answerableBy, readableBy } from "./questionnaire.access.ts";
import type { FamilyAnswer, FamilyAnswers, Question, Questionnaire } from "./questionnaire.contract.ts";

/** Whose answers they are: one household's, of one student and season. */
export interface Place {
  readonly seasonId: string;
  readonly studentId: string;
  readonly householdId: string;
}

type Head = Omit<Questionnaire, "answers" | "isOpen" | "phase" | "own"> &
  Place & { state: string; grade: number };

/** The conference a guardian is asked about, with her household; somebody else's counts as missing. */
export async function readHead(db: Db, actor: Actor, conferenceId: string): Promise<Head> {
  const { rows } =
    await sql<Head>`select conference.id as conference_id, conference.state, conference.season_id,
      conference.student_id, student.grade, guardianship.household_id, person.given_name as student_name, to_json(conference.starts_at) as starts_at,
      school.time_zone as zone, to_json(finished.finished_at) as finished_at,
      coalesce(adviser.salutation || ' ' || adviser.family_name, adviser.given_name || ' ' || adviser.family_name) as adviser_name
    from conference
    join guardianship on guardianship.district_id = conference.district_id and guardianship.student_id = conference.student_id
      and guardianship.guardian_id = ${actor.personId}
    join student on student.district_id = conference.district_id and student.person_id = conference.student_id
    join school on school.district_id = student.district_id and school.id = student.school_id
    join person on person.district_id = conference.district_id and person.id = conference.student_id
    join person adviser on adviser.district_id = conference.district_id and adviser.id = conference.adviser_id
    left join family_answers_finished finished on finished.district_id = conference.district_id
      and finished.season_id = conference.season_id and finished.student_id = conference.student_id
      and finished.household_id = guardianship.household_id
    where conference.district_id = ${actor.districtId} and conference.id = ${conferenceId} and ${answerableBy(actor)}`.execute(
      db,
    );
  return rows[0] ?? missing();
}

const missing = (): never => {
  throw new NotFound("conference");
};

/** What one household answered so far. */
export const listOwnAnswers = (db: Db, actor: Actor, place: Place): Promise<FamilyAnswer[]> =>
  db
    .selectFrom("familyAnswer")
    .select(["question", "answer", "language", "audience"])
    .where("familyAnswer.districtId", "=", actor.districtId)
    .where("familyAnswer.seasonId", "=", place.seasonId)
    .where("familyAnswer.studentId", "=", place.studentId)
    .where("familyAnswer.householdId", "=", place.householdId)
    .where(readableBy(actor))
    .$castTo<FamilyAnswer>()
    .execute();

/** What the households asked to a conference answered; of one held apart, that household alone. */
export async function listHouseholdAnswers(
  db: Db,
  actor: Actor,
  conferenceId: string,
): Promise<FamilyAnswers["households"]> {
  const { rows } = await sql<FamilyAnswers["households"][number]>`select household.id, household.name,
      (select to_json(f.finished_at) from family_answers_finished f where f.district_id = conference.district_id
        and f.season_id = conference.season_id and f.student_id = conference.student_id and f.household_id = household.id) as finished_at,
      json_agg(json_build_object('question', family_answer.question, 'answer', family_answer.answer,
        'language', family_answer.language, 'audience', family_answer.audience, 'writtenAt', family_answer.written_at)) as answers
    from conference
    join family_answer on family_answer.district_id = conference.district_id and family_answer.season_id = conference.season_id
      and family_answer.student_id = conference.student_id and family_answer.answer <> ''
      and conference.household_key in ('joint', family_answer.household_id::text)
    join household on household.district_id = family_answer.district_id and household.id = family_answer.household_id
    where conference.district_id = ${actor.districtId} and conference.id = ${conferenceId} and ${readableBy(actor)}
    group by conference.district_id, conference.season_id, conference.student_id, household.id, household.name
    order by household.id`.execute(db);
  return rows;
}

/** Holds one answer for this transaction; undefined where nothing was written yet. */
export const lockAnswer = (
  tx: Tx,
  actor: Actor,
  { seasonId, studentId, householdId }: Place,
  question: Question,
): Promise<Pick<FamilyAnswer, "answer" | "audience"> | undefined> =>
  tx
    .selectFrom("familyAnswer")
    .select(["answer", "audience"])
    .where("familyAnswer.districtId", "=", actor.districtId)
    .where("familyAnswer.seasonId", "=", seasonId)
    .where("familyAnswer.studentId", "=", studentId)
    .where("familyAnswer.householdId", "=", householdId)
    .where("familyAnswer.question", "=", question)
    .where(readableBy(actor))
    .forUpdate()
    .$castTo<Pick<FamilyAnswer, "answer" | "audience">>()
    .executeTakeFirst();

/** Makes an empty answer where there is none, so that there is something to hold. */
export const beginAnswer = (
  tx: Tx,
  actor: Actor,
  { seasonId, studentId, householdId }: Place,
  { question, audience, language }: Pick<FamilyAnswer, "question" | "audience" | "language">,
): Promise<unknown> =>
  tx
    .insertInto("familyAnswer")
    .values({
      districtId: actor.districtId,
      seasonId,
      studentId,
      householdId,
      question,
      audience,
      language,
      writtenBy: actor.personId,
      writtenAt: actor.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Rewrites an answer, or who reads it. */
export const rewriteAnswer = (
  tx: Tx,
  actor: Actor,
  { seasonId, studentId, householdId }: Place,
  question: Question,
  change: Partial<Pick<FamilyAnswer, "answer" | "audience" | "language">>,
): Promise<unknown> =>
  tx
    .updateTable("familyAnswer")
    .set({ ...change, writtenBy: actor.personId, writtenAt: actor.now })
    .where("districtId", "=", actor.districtId)
    .where("seasonId", "=", seasonId)
    .where("studentId", "=", studentId)
    .where("householdId", "=", householdId)
    .where("question", "=", question)
    .execute();

/** Remembers that a household answered all it wants to. */
export const markFinished = (
  tx: Tx,
  { districtId, personId, now }: Actor,
  { seasonId, studentId, householdId }: Place,
): Promise<unknown> =>
  tx
    .insertInto("familyAnswersFinished")
    .values({ districtId, seasonId, studentId, householdId, finishedBy: personId, finishedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** The season and grade a conference's form is found by; nothing in it is about a family. */
export const findSeasonAndGrade = (db: Db, actor: Actor, conferenceId: string) =>
  db
    .selectFrom("conference")
    .innerJoin("student", (join) =>
      join
        .onRef("student.districtId", "=", "conference.districtId")
        .onRef("student.personId", "=", "conference.studentId"),
    )
    .select(["conference.seasonId", "student.grade"])
    .where("conference.districtId", "=", actor.districtId)
    .where("conference.id", "=", conferenceId)
    .executeTakeFirst();
