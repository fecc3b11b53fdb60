import { sql } from "kysely";

/** What people were told of a conference, as a digest; another one means that they have not heard the last change. */
export const toldNow = sql<string>`md5(concat_ws('|', extract(epoch from conference.starts_at)::text,
  extract(epoch from conference.ends_at)::text, conference.mode,
  conference.place, conference.link))`;
