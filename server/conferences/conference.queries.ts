import type { Selectable, Updateable } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Rule } from "#server/access/relations.ts";
import type { Tx } from "#server/database/connect.ts";
import type { Conference } from "#server/database/tables.ts";
import { NotFound } from "#server/http/problems.ts";
import { arrangeableBy, presentableBy, runnableBy } from "./conference.access.ts";

/** A conference held for this transaction. */
export type LockedConference = Selectable<Conference>;

/** Holds a conference this person may run. */
export const lockRunnableConference = (tx: Tx, actor: Actor, conferenceId: string) =>
  lockConference(tx, actor, conferenceId, runnableBy(actor));

/** Holds a conference this person may present in or run. */
export const lockPresentableConference = (tx: Tx, actor: Actor, conferenceId: string) =>
  lockConference(tx, actor, conferenceId, presentableBy(actor));

/** Holds a conference this person may arrange. */
export const lockArrangeableConference = (tx: Tx, actor: Actor, conferenceId: string) =>
  lockConference(tx, actor, conferenceId, arrangeableBy(actor));

const lockConference = (tx: Tx, actor: Actor, conferenceId: string, rule: Rule): Promise<LockedConference> =>
  tx
    .selectFrom("conference")
    .selectAll()
    .where("conference.districtId", "=", actor.districtId)
    .where("conference.id", "=", conferenceId)
    .where(rule)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("conference"));

/** Writes what changed about a conference that is already held. */
export async function putConference(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  change: Updateable<Conference>,
): Promise<void> {
  await tx
    .updateTable("conference")
    .set(change)
    .where("districtId", "=", actor.districtId)
    .where("id", "=", conferenceId)
    .execute();
}
