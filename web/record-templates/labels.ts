import { language } from "../words/words.svelte.ts";
import type { Labels } from "./record-template.api.ts";

/** A label as its reader sees it, with the language it is in. */
export interface Label {
  readonly text: string;
  readonly lang: string;
}

/** What a school calls something in the language being read, else in the first it is written in; nothing where it has no name. */
export function labelIn(labels: Labels): Label | undefined {
  const here = language();
  const own = labels[here]?.trim();
  if (own) return { text: own, lang: here };
  const [lang, text] = Object.entries(labels).find(([, one]) => one?.trim()) ?? [];
  return lang && text ? { text: text.trim(), lang } : undefined;
}

/** The school's name for something usual, where it is written in the language being read. */
export const renamedIn = (labels: Labels): string | undefined => labels[language()]?.trim() || undefined;
