import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { listOwnFields } from "#server/record-templates/find-form.ts";
import type { Question, Questionnaire } from "./questionnaire.contract.ts";
import { listOwnAnswers, readHead } from "./questionnaire.queries.ts";
import { askedOf, questionsOf } from "./questions.ts";

/** What a guardian is asked about a conference, with what her own household answered so far. */
export async function readQuestionnaire(db: Db, actor: Actor, conferenceId: string): Promise<Questionnaire> {
  const head = await readHead(db, actor, conferenceId);
  const written = await listOwnAnswers(db, actor, head);
  const phase = head.state === "ended" ? "after" : "before";
  const own = phase === "before" ? await listOwnFields(db, actor, { ...head, by: "family" }) : [];
  const asked: Question[] = [...questionsOf(phase), ...own.map(({ name }) => name)];
  return {
    ...head,
    own,
    phase,
    isOpen: head.state !== "cancelled",
    answers: asked.map((question) => {
      const { audience, maySayWho } = askedOf(question);
      const unwritten = { question, answer: "", language: actor.language, audience };
      return { ...unwritten, ...written.find((one) => one.question === question), maySayWho };
    }),
  };
}
