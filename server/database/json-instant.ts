import { sql } from "kysely";

/** An instant inside a JSON document, written as everywhere on the wire. */
export const jsonInstant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
