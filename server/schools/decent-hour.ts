import { sql } from "kysely";
import type { Rule } from "#server/access/relations.ts";

/** From eight in the morning until seven in the evening by the clock of `school`: when people like to hear from it. */
export const isDecentHour = (now: Date): Rule =>
  sql`extract(hour from ${now}::timestamptz at time zone school.time_zone) between 8 and 18`;
