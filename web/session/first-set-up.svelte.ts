import { problemOf } from "../api/problem.ts";
import { sentenceFor } from "../api/sentence-for.ts";
import { t } from "../words/words.svelte.ts";
import { setUpFirst, type FirstSetUp } from "./session.api.ts";

type Answers = Omit<FirstSetUp, "token">;
type Name = keyof Answers;

/** The first administrator's answers and what is still wrong with them. */
export class FirstSetUpDraft {
  answers = $state<Answers>({
    districtName: "",
    schoolName: "",
    schoolCode: "",
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    givenName: "",
    familyName: "",
    email: "",
    password: "",
  });
  errors = $state.raw<Partial<Record<Name, string>>>({});
  failed = $state<string | undefined>();
  busy = $state(false);

  /** Sends the answers; true when the school stands. */
  async send(token: string): Promise<boolean> {
    this.failed = undefined;
    this.errors = this.#missing();
    if (Object.keys(this.errors).length > 0) return false;
    this.busy = true;
    try {
      await setUpFirst({ token, ...this.answers, schoolCode: this.answers.schoolCode.toUpperCase() });
      return true;
    } catch (thrown) {
      this.#explain(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #missing(): Partial<Record<Name, string>> {
    const errors: Partial<Record<Name, string>> = {};
    for (const name of Object.keys(this.answers) as Name[]) {
      if (!this.answers[name].trim()) errors[name] = t("session.fillIn");
    }
    if (!/^[A-Za-z0-9]{2,8}$/.test(this.answers.schoolCode)) errors.schoolCode = t("session.setUpCodeWrong");
    if (this.answers.password.length < 12) errors.password = t("session.setUpPasswordShort");
    if (!this.answers.email.includes("@")) errors.email = t("session.emailNeeded");
    return errors;
  }

  #explain(thrown: unknown): void {
    const { field } = problemOf(thrown);
    if (field && field in this.answers) this.errors = { [field]: sentenceFor(thrown) };
    else this.failed = sentenceFor(thrown);
  }
}
