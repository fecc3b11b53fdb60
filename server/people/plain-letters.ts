import { sql, type RawBuilder } from "kysely";

/** A text in small letters without accents, so that “hector” finds Héctor. */
export const plain = (text: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`regexp_replace(normalize(lower(${text}), NFD), ${"[\u0300-\u036f]"}, '', 'g')`;

/** A person's whole name in plain letters, spelled as the index `person_by_plain_name` spells it. */
export const plainName = sql<string>`regexp_replace(normalize(lower(btrim(person.given_name || ' ' || person.family_name)), NFD), '[\\u0300-\\u036f]', '', 'g')`;
