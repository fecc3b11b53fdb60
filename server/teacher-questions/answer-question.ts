import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { answerableBy } from "./teacher-question.access.ts";
import type { TeacherAnswer } from "./teacher-question.contract.ts";

/** Answers a question, or answers it better; whoever asked is written to the first time. */
export async function answerQuestion(
  tx: Tx,
  actor: Actor,
  questionId: string,
  { answer, language }: TeacherAnswer,
): Promise<void> {
  const { districtId, now } = actor;
  const asked = await tx
    .updateTable("teacherQuestion")
    .set({ answer: answer.trim(), answerLanguage: language, answeredAt: now })
    .where("teacherQuestion.districtId", "=", districtId)
    .where("teacherQuestion.id", "=", questionId)
    .where(answerableBy(actor))
    .returning(["askedBy", "studentId"])
    .executeTakeFirstOrThrow(() => new NotFound("question"));
  const people = await tx
    .selectFrom("person")
    .select(["id", "email", "language", "givenName", "familyName"])
    .where("districtId", "=", districtId)
    .where("id", "in", [asked.askedBy, asked.studentId, actor.personId])
    .execute();
  const [asker, student, teacher] = [asked.askedBy, asked.studentId, actor.personId].map((id) =>
    people.find((one) => one.id === id)!,
  );
  if (!asker?.email) return;
  await queueMessage(
    tx,
    {
      ...{ districtId, personId: asker.id, address: asker.email, language: asker.language },
      template: "teacher-answered",
      occasion: `teacher-answered ${questionId}`,
      facts: {
        path: "/teacher-questions",
        student: student!.givenName,
        author: `${teacher!.givenName} ${teacher!.familyName}`,
      },
    },
    now,
  );
}
