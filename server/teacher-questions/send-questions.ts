import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { listTeachers } from "./teacher-question.queries.ts";

/** A question as the room wrote it: a row of the record. */
export interface AskedTeacher {
  readonly id: string;
  readonly language: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** Sends a finished record's questions to the teachers who teach the student today; each teacher is written to once a record. */
export async function sendQuestions(
  tx: Tx,
  actor: Actor,
  record: { id: string; studentId: string; studentName: string },
  asked: readonly AskedTeacher[],
): Promise<void> {
  const teachers = new Set((await listTeachers(tx, actor, record.studentId)).map(({ id }) => id));
  const meant = asked.filter(
    ({ columns }) => teachers.has(columns["teacher"] ?? "") && (columns["question"] ?? "").trim() !== "",
  );
  if (meant.length === 0) return;
  const { districtId, personId: askedBy, now: askedAt } = actor;
  await tx
    .insertInto("teacherQuestion")
    .values(
      meant
        .map(({ id, language, columns }) => ({
          ...{ districtId, id, recordId: record.id, studentId: record.studentId, askedBy, askedAt, language },
          teacherId: columns["teacher"]!,
          question: columns["question"]!.trim(),
        }))
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    )
    .onConflict((conflict) => conflict.columns(["districtId", "id"]).doNothing())
    .execute();
  await tellTeachers(tx, actor, record, [...new Set(meant.map(({ columns }) => columns["teacher"]!))]);
}

async function tellTeachers(
  tx: Tx,
  { districtId, now }: Actor,
  record: { id: string; studentName: string },
  teacherIds: string[],
): Promise<void> {
  const teachers = await tx
    .selectFrom("person")
    .select(["id", "email", "language"])
    .where("districtId", "=", districtId)
    .where("id", "in", teacherIds)
    .where("email", "is not", null)
    .orderBy("id")
    .execute();
  for (const { id: personId, email, language } of teachers)
    await queueMessage(
      tx,
      {
        ...{ districtId, personId, address: email!, language, template: "teacher-asked" },
        occasion: `teacher-asked ${record.id}`,
        facts: { path: "/teacher-questions", student: record.studentName },
      },
      now,
    );
}
