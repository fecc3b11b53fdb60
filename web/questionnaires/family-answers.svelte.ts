import { Autosave } from "../autosave/autosave.svelte.ts";
import { problemOf } from "../api/problem.ts";
import { language } from "../words/words.svelte.ts";
import { saveAnswer, type Audience, type Question, type Questionnaire } from "./questionnaire.api.ts";

type Asked = Questionnaire["answers"][number];

/** One answer of a family: its words, and who reads them. */
export class FamilyAnswer {
  readonly question: Question;
  readonly maySayWho: boolean;
  /** The language the words were written in; what is typed now is in the one being read. */
  readonly language: string;
  readonly words: Autosave;
  audience = $state<Audience>("adviser");
  problem = $state.raw<unknown>();
  readonly #conferenceId: string;

  constructor(
    conferenceId: string,
    zone: string,
    { question, answer, audience, maySayWho, language: written }: Asked,
  ) {
    this.#conferenceId = conferenceId;
    this.question = question;
    this.maySayWho = maySayWho;
    this.language = answer === "" ? language() : written;
    this.audience = audience;
    this.words = new Autosave(
      `answer:${conferenceId}:${question}`,
      answer,
      ({ base, value }) =>
        saveAnswer(conferenceId, question, { field: "answer", base, value, language: language() }),
      { zone },
    );
  }

  isAnswered = $derived.by(() => this.words.value.trim() !== "");

  /** Says who reads it; what the other parent chose meanwhile stands, and is shown. */
  async show(audience: Audience): Promise<void> {
    const base = this.audience;
    if (audience === base) return;
    this.audience = audience;
    this.problem = undefined;
    try {
      const change = { field: "audience", base, value: audience, language: language() } as const;
      await saveAnswer(this.#conferenceId, this.question, change);
    } catch (thrown) {
      const { code, current } = problemOf(thrown);
      this.audience = code === "stale" && current === "room" ? "room" : code === "stale" ? "adviser" : base;
      if (code !== "stale") this.problem = thrown;
    }
  }
}

/** Everything a family is asked at one time. */
export class FamilyAnswers {
  readonly all: FamilyAnswer[];
  /** What the school's own form asks. */
  readonly own: Questionnaire["own"];

  constructor({ conferenceId, zone, answers, own }: Questionnaire) {
    this.own = own;
    this.all = answers.map((asked) => new FamilyAnswer(conferenceId, zone, asked));
  }

  of(question: Question): FamilyAnswer {
    const found = this.all.find((one) => one.question === question);
    if (!found) throw new Error(`${question} is not asked here.`);
    return found;
  }

  /** What is still on its way goes up now. */
  flush = async (): Promise<void> => void (await Promise.all(this.all.map(({ words }) => words.flush())));
  stop = (): void => this.all.forEach(({ words }) => words.stop());
}
