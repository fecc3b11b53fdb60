import { said } from "../words/words.svelte.ts";
import type { AtHomeLine } from "./at-home.api.ts";

/** A line of the page as it is read: the form's sentence in the reader's language, or somebody's own words. */
export const lineWords = (line: AtHomeLine): string =>
  "written" in line
    ? line.written.text
    : said(
        `at-home.${line.word}`,
        Object.fromEntries(Object.entries(line.with).map(([name, { text }]) => [name, text])),
      );

/** The language somebody's own words are in; the form's sentences are in the reader's. */
export const lineLanguage = (line: AtHomeLine): string | undefined =>
  "written" in line ? line.written.language : undefined;

/** A web address that may become a link; a place or a phone number is none. */
export function linkOf(address: string): string | undefined {
  const isWeb = /^(https?:\/\/|www\.)\S+$/i.test(address);
  if (!isWeb) return undefined;
  return address.toLowerCase().startsWith("www.") ? `https://${address}` : address;
}
