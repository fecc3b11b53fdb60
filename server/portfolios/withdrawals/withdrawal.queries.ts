import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { knowsOfWithdrawalBy, readableBy, withdrawableBy } from "../presentation.access.ts";
import type { WithdrawnItem } from "./withdrawal.contract.ts";

/** Holds a thing that was shown, which this person may hide; another's counts as missing. */
export const lockShownItem = (tx: Tx, actor: Actor, itemId: string) =>
  tx
    .selectFrom("presentationItem")
    .innerJoin("presentation", (join) =>
      join
        .onRef("presentation.districtId", "=", "presentationItem.districtId")
        .onRef("presentation.id", "=", "presentationItem.presentationId"),
    )
    .select(["presentationItem.id", "presentationItem.withdrawnAt", "presentationItem.withdrawnBecause"])
    .select("presentation.studentId")
    .select(sql<string>`coalesce(${titleOfItem}, presentation_item.kind)`.as("title"))
    .where("presentationItem.districtId", "=", actor.districtId)
    .where("presentationItem.id", "=", itemId)
    .where("presentation.state", "in", ["open", "ended"])
    .where(withdrawableBy(actor))
    .forUpdate("presentationItem")
    .executeTakeFirstOrThrow(() => new NotFound("thing that was shown"));

/** Holds a whole presentation that this person may hide. */
export const lockShown = (tx: Tx, actor: Actor, presentationId: string) =>
  tx
    .selectFrom("presentation")
    .select(["presentation.id", "presentation.state", "presentation.studentId", "presentation.number"])
    .select("presentation.withdrawnBecause")
    .where("presentation.districtId", "=", actor.districtId)
    .where("presentation.id", "=", presentationId)
    .where("presentation.state", "!=", "undone")
    .where(withdrawableBy(actor))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("presentation"));

const hidden = (actor: Actor, because: string | null) =>
  because === null
    ? { withdrawnBy: null, withdrawnAt: null, withdrawnBecause: null }
    : { withdrawnBy: actor.personId, withdrawnAt: actor.now, withdrawnBecause: because };

/** Hides a thing that is held, with who, when and why; without a reason it is shown again. */
export const markItem = (tx: Tx, actor: Actor, itemId: string, because: string | null): Promise<unknown> =>
  tx
    .updateTable("presentationItem")
    .set(hidden(actor, because))
    .where("districtId", "=", actor.districtId)
    .where("id", "=", itemId)
    .execute();

/** Hides a presentation that is held, or shows it again. */
export const markPresentation = (
  tx: Tx,
  actor: Actor,
  presentationId: string,
  because: string | null,
): Promise<unknown> =>
  tx
    .updateTable("presentation")
    .set({ state: because === null ? "ended" : "withdrawn", ...hidden(actor, because) })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", presentationId)
    .execute();

const titleOfItem = sql`coalesce(presentation_item.snapshot ->> 'title', presentation_item.snapshot ->> 'wording',
  presentation_item.snapshot ->> 'test')`;

/** What was hidden of a presentation this person may read; numbers are passed over in silence by those who saw none. */
export async function listWithdrawn(db: Db, actor: Actor, presentationId: string): Promise<WithdrawnItem[]> {
  const { rows } = await sql<{ id: string; details: NonNullable<WithdrawnItem["details"]> | null }>`
    select presentation_item.id, case when ${knowsOfWithdrawalBy(actor)} then json_build_object(
        'title', ${titleOfItem}, 'kind', presentation_item.kind,
        'by', person.given_name || ' ' || person.family_name, 'at', to_json(presentation_item.withdrawn_at),
        'because', presentation_item.withdrawn_because) end as details
    from presentation_item
    join presentation on presentation.district_id = presentation_item.district_id
      and presentation.id = presentation_item.presentation_id
    join person on person.district_id = presentation_item.district_id and person.id = presentation_item.withdrawn_by
    where presentation_item.district_id = ${actor.districtId}
      and presentation_item.presentation_id = ${presentationId}
      and presentation_item.withdrawn_at is not null and ${readableBy(actor)}
      and (presentation_item.audience = 'all' or ${knowsOfWithdrawalBy(actor)})
    order by presentation_item.position`.execute(db);
  return rows.map(({ id, details }) => (details === null ? { id } : { id, details }));
}

/** The presentations of a conference as far as this person may read them. */
export const listShownParts = (db: Db, actor: Actor, conferenceId: string) =>
  db
    .selectFrom("presentation")
    .select(["presentation.id", "presentation.number", "presentation.state", "presentation.startedAt"])
    .where("presentation.districtId", "=", actor.districtId)
    .where("presentation.conferenceId", "=", conferenceId)
    .where(readableBy(actor))
    .orderBy("presentation.number")
    .execute();
