import { sql, type RawBuilder } from "kysely";

/** A text in small letters without accents, so that “hector” finds Héctor. */
export const plain = (text: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`regexp_replace(normalize(lower(${text}), NFD), ${"[\u0300-\u036f]"}, '', 'g')`;
