import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { readContent } from "../content/read-content.ts";
import { readRecord } from "../record.queries.ts";
import { isIn, translationOf } from "./find-translation.ts";
import { textsWritten } from "./texts-written.ts";
import type { Translations, TranslationsFor, Untranslated } from "./translation.contract.ts";
import { listReadersOf } from "./translation.queries.ts";

/** What each language a family reads still lacks in a record, and what was translated for it. */
export async function listUntranslated(db: Db, actor: Actor, recordId: string): Promise<Translations> {
  const { conferenceId } = await readRecord(db, actor, recordId);
  const { core, annexes, form } = await readContent(db, actor, recordId);
  const parts = [core, ...annexes];
  const texts = once(parts.flatMap((part) => textsWritten(part, form)));
  const said = parts.flatMap(({ translations }) => translations ?? []);
  const readers = await listReadersOf(db, actor, conferenceId);
  const languages = [...new Set(readers.map(({ language }) => language))].map(
    (language): TranslationsFor => ({
      language,
      readers: readers.filter((one) => one.language === language).map(({ name }) => name),
      texts: texts
        .filter((text) => !isIn(text.language, language))
        .map((text) => {
          const given = translationOf(text, said, language);
          return { ...text, words: given?.words ?? "", by: given?.by ?? null };
        }),
    }),
  );
  return { languages: languages.filter(({ texts }) => texts.length > 0).sort(mostLeftFirst) };
}

/** The same words at two places are translated once. */
const once = (texts: Untranslated[]): Untranslated[] =>
  texts.filter(({ text }, at) => texts.findIndex((other) => other.text === text) === at);

const left = ({ texts }: TranslationsFor): number => texts.filter(({ by }) => by === null).length;
const mostLeftFirst = (one: TranslationsFor, other: TranslationsFor): number => left(other) - left(one);
