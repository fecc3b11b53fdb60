import { askAdviser } from "#server/correspondence/write-message.ts";
import type { UsualQuestion } from "#server/questionnaires/questionnaire.contract.ts";
import { saveAnswer } from "#server/questionnaires/save-answer.ts";
import type { CastKey } from "./cast.ts";
import type { Telling } from "./telling.ts";

const day = 24 * 3_600_000;
const yesterday = ({ calendar }: Telling) => new Date(calendar.now.getTime() - day);

interface Answered {
  readonly conferenceId: string;
  readonly by: CastKey;
  readonly language: string;
  readonly answers: Readonly<Partial<Record<UsualQuestion, string>>>;
}

/** A guardian answers some of the six questions on her phone. */
export async function answerQuestions(telling: Telling, { conferenceId, by, language, answers }: Answered) {
  const actor = telling.actor(by, yesterday(telling));
  for (const [question, value] of Object.entries(answers))
    await saveAnswer(
      telling.tx,
      actor,
      { conferenceId, question: question as UsualQuestion },
      { field: "answer", base: "", value, language },
    );
}

interface Asking {
  readonly student: CastKey;
  readonly by: CastKey;
  readonly body: string;
  readonly language: string;
}

/** A guardian asks the adviser something; he has not answered yet. */
export const askAdviserOf = (telling: Telling, { student, by, ...message }: Asking) =>
  askAdviser(telling.tx, telling.actor(by, yesterday(telling)), telling.of(student).personId, message);

/** Rosa got as far as the second question on the bus. */
export const rosaAnswers: Answered["answers"] = {
  celebrations: "Que ya no deja nada para el último día. Y que le explica el arroyo a su hermano.",
  schoolSaid: "Dice que en biología la escuchan.",
};

export const hoaAnswers: Answered["answers"] = {
  celebrations: "She helps her cousins with their reading.",
  help: "How to talk about homework without a fight.",
  discuss: "Is she ready for the chemistry class next year?",
  home: "Her grandfather moved in with us in October. Minh Anh shares her room now.",
  who: "I come alone.",
  way: "in-person",
  language: "English is fine; Vietnamese for the difficult words.",
};
