import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { answerableBy, readableBy } from "./reflection.access.ts";
import type { Reflection, ReflectionAnswer } from "./reflection.contract.ts";

/** The grade the reader is in, when she is a student. */
export async function findGrade(db: Db, actor: Actor): Promise<number | undefined> {
  const student = await db
    .selectFrom("student")
    .select("grade")
    .where("districtId", "=", actor.districtId)
    .where("personId", "=", actor.personId)
    .executeTakeFirst();
  return student?.grade;
}

interface Place {
  readonly workSampleId: string;
  readonly prompt: string;
}

/** What was answered about a piece, as far as this person may read it, oldest first. */
export async function listReflections(
  db: Db | Tx,
  actor: Actor,
  workSampleId: string,
): Promise<Reflection[]> {
  const rows = await answersOf(db, actor, workSampleId).where(readableBy(actor)).execute();
  return rows.map(asReflection);
}

/** Holds the piece, so that two devices answering it take turns, even on a question nobody answered yet. */
export async function lockPiece(tx: Tx, actor: Actor, workSampleId: string): Promise<void> {
  await tx
    .selectFrom("workSample")
    .select("workSample.id")
    .where("workSample.districtId", "=", actor.districtId)
    .where("workSample.id", "=", workSampleId)
    .where(answerableBy(actor))
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("work sample"));
}

/** The answer as it stands, if there is one. */
export async function findReflection(tx: Tx, actor: Actor, place: Place): Promise<Reflection | undefined> {
  const row = await answersOf(tx, actor, place.workSampleId)
    .where("reflection.prompt", "=", place.prompt)
    .where(answerableBy(actor))
    .executeTakeFirst();
  return row && asReflection(row);
}

/** Keeps an answer in place of the one before. */
export async function keepReflection(
  tx: Tx,
  actor: Actor,
  { workSampleId, prompt }: Place,
  { answer, language }: ReflectionAnswer,
): Promise<Reflection> {
  const { districtId, now: updatedAt } = actor;
  const row = await tx
    .insertInto("reflection")
    .values({ districtId, workSampleId, prompt, answer, language, updatedAt })
    .onConflict((conflict) =>
      conflict.columns(["districtId", "workSampleId", "prompt"]).doUpdateSet({ answer, language, updatedAt }),
    )
    .returning(["prompt", "answer", "language", "updatedAt"])
    .executeTakeFirstOrThrow();
  return asReflection(row);
}

const answersOf = (db: Db | Tx, actor: Actor, workSampleId: string) =>
  db
    .selectFrom("reflection")
    .innerJoin("workSample", (join) =>
      join
        .onRef("workSample.districtId", "=", "reflection.districtId")
        .onRef("workSample.id", "=", "reflection.workSampleId"),
    )
    .select(["reflection.prompt", "reflection.answer", "reflection.language", "reflection.updatedAt"])
    .where("reflection.districtId", "=", actor.districtId)
    .where("reflection.workSampleId", "=", workSampleId)
    .orderBy("reflection.updatedAt")
    .orderBy("reflection.prompt");

const asReflection = ({ updatedAt, ...answer }: Omit<Reflection, "updatedAt"> & { updatedAt: Date }) => ({
  ...answer,
  updatedAt: updatedAt.toISOString(),
});
