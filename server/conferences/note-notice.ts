import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { countNotice } from "./conference.queries.ts";

/** Notes that all are told how a conference stands now, and gives the telling its number. Callers hold the conference. */
export const noteNotice = (tx: Tx, actor: Actor, conferenceId: string): Promise<number> =>
  countNotice(tx, actor, { conferenceId, reaches: "all" });

/** Notes that one person is told something; what the others were told stays as it is. Callers hold the conference. */
export const noteNoticeToOne = (tx: Tx, actor: Actor, conferenceId: string): Promise<number> =>
  countNotice(tx, actor, { conferenceId, reaches: "one" });
