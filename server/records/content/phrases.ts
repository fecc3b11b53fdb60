import type { Said, Word, Words } from "#server/forms/form-values.contract.ts";
import type { Written } from "./record-content.contract.ts";

/** A word of the form, by its key. */
export const word = (key: string, places?: Word["with"]): Word =>
  places ? { word: key, with: places } : { word: key };

/** What somebody wrote, in her language; a dash where a finished record has nothing. */
export const said = (written: Written | null | undefined, style?: Said["style"]): Said =>
  written
    ? { text: written.text, lang: written.language, ...(style ? { style } : {}) }
    : { text: "–", style: "muted" };

/** Words, or null in a draft, where the form says that nothing is written yet. */
export const orUnwritten = (written: Written | null | undefined, isDraft: boolean): Said | null =>
  !written && isDraft ? null : said(written);

const relationships = new Set(
  "mother father guardian grandparent relative mentor interpreter adviser student friend".split(" "),
);

/** How somebody is related, in the reader's language where it is one of the usual ways. */
export function relationship(related: string, part: string): Words {
  const plain = related.trim().toLowerCase();
  if (relationships.has(plain)) return word(`relationship.${plain}`);
  const fallback = part === "staff" ? "adviser" : part === "guest" ? "friend" : part;
  const usual = word(`relationship.${relationships.has(fallback) ? fallback : "friend"}`);
  return related.trim() === "" ? usual : [usual, "·", { text: related }];
}

/** "not-yet" in tables and rows is "notYet" among the words. */
export const camel = (key: string): string =>
  key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
