import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { FileTrouble } from "./file.contract.ts";

/** Why a file cannot be opened; null where it can. */
export const troubleOf = sql<FileTrouble | null>`case when stored_file.scan = 'refused' then 'refused'
  when stored_file.damage is not null then 'damaged' when stored_file.scan = 'waiting' then 'held' end`;

/** How its pictures stand for this person: what is held shows none to others yet. */
export const previewFor = (actor: Actor) =>
  sql<string>`case when stored_file.scan = 'waiting' and stored_file.owner_id <> ${actor.personId} then 'waiting'
    else stored_file.preview end`;
