import { sayLanguage } from "../people/say-people.ts";

// The languages most spoken in families of United States schools; one already chosen stays, whatever it is.
const usual = ["en", "es", "ar", "zh", "vi", "tl", "ko", "ru", "uk", "pt", "fr", "ht", "so"];

/** The languages a conference may be held in, to choose from. */
export const languageChoices = (chosen: string): { value: string; label: string }[] =>
  [...new Set([...usual, chosen])].map((value) => ({ value, label: sayLanguage(value) }));
