import type { NewPhrase, Phrases } from "#server/phrases/phrase.contract.ts";
import { del, get, post } from "../api/client.ts";

export type { Phrase, PhraseField } from "#server/phrases/phrase.contract.ts";

export const listPhrases = () => get<Phrases>("/api/phrases");
export const keepPhrase = (phrase: NewPhrase) => post<{ id: string }>("/api/phrases", phrase);
export const forgetPhrase = (phraseId: string) => del<void>(`/api/phrases/${phraseId}`);
