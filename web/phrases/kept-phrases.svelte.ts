import { beforeLeaving } from "../session/session.svelte.ts";
import { askKept } from "../offline/kept-answers.ts";
import { forgetPhrase, keepPhrase, listPhrases, type Phrase, type PhraseField } from "./phrase.api.ts";

/** What the person kept, asked for once and shared by every field of the page. */
class KeptPhrases {
  all = $state.raw<Phrase[]>([]);
  problem = $state.raw<unknown>();
  #asked: Promise<void> | undefined;

  look(): Promise<void> {
    return (this.#asked ??= this.#load());
  }

  of(field: PhraseField, language: string): Phrase[] {
    return this.all.filter((phrase) => phrase.field === field && phrase.language === language);
  }

  async keep(field: PhraseField, language: string, words: string): Promise<void> {
    await keepPhrase({ field, language, words });
    await this.#load();
  }

  async forget(id: string): Promise<void> {
    await forgetPhrase(id);
    await this.#load();
  }

  forgetAll(): void {
    this.all = [];
    this.#asked = undefined;
  }

  async #load(): Promise<void> {
    try {
      this.all = (await askKept("phrases", listPhrases)).phrases;
      this.problem = undefined;
    } catch (thrown) {
      this.problem = thrown;
      this.#asked = undefined;
    }
  }
}

export const keptPhrases = new KeptPhrases();

beforeLeaving(() => keptPhrases.forgetAll());
