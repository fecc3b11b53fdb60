import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { NotFound } from "#server/http/problems.ts";
import {
  itemReadableBy,
  knowsOfWithdrawalBy,
  readableBy,
  runnableBy,
  withdrawableBy,
} from "../presentation.access.ts";
import type { Hidden } from "../withdrawals/withdrawal.contract.ts";
import type { Shown, ShownWork } from "../shown.contract.ts";
import type { PresentedItem, StageItem } from "./presentation.contract.ts";

type Kept = StageItem & { readonly onStage?: boolean };

const columns = [
  "presentation.id",
  "presentation.conferenceId",
  "presentation.studentId",
  "presentation.number",
  "presentation.state",
  "presentation.startedAt",
] as const;

/** The presentation that is running in a conference, for those who run it. */
export const findOpenPresentation = (db: Db, actor: Actor, conferenceId: string) =>
  db
    .selectFrom("presentation")
    .select(columns)
    .where("presentation.districtId", "=", actor.districtId)
    .where("presentation.conferenceId", "=", conferenceId)
    .where("presentation.state", "=", "open")
    .where(runnableBy(actor))
    .executeTakeFirst();

/** A conference and the stopped ones it goes on with: their presentations are counted on. */
const withEarlierMeetings = (districtId: string, conferenceId: string) => sql<string>`(
  with recursive meeting (id) as (select ${conferenceId}::uuid
    union select c.continues_id from meeting join conference c on c.district_id = ${districtId} and c.id = meeting.id
      where c.continues_id is not null)
  select id from meeting)`;

/** The last presentation of a conference that began before and was not taken back. */
export const findEarlierPresentation = (db: Db, actor: Actor, conferenceId: string) =>
  db
    .selectFrom("presentation")
    .select(columns)
    .where("presentation.districtId", "=", actor.districtId)
    .where("presentation.conferenceId", "in", withEarlierMeetings(actor.districtId, conferenceId))
    .where("presentation.state", "!=", "undone")
    .where(runnableBy(actor))
    .orderBy("presentation.startedAt", "desc")
    .limit(1)
    .executeTakeFirst();

/** A presentation this person runs, before anything is held. */
export const readRunnablePresentation = (tx: Tx, actor: Actor, presentationId: string) =>
  tx
    .selectFrom("presentation")
    .select(columns)
    .where("presentation.districtId", "=", actor.districtId)
    .where("presentation.id", "=", presentationId)
    .where(runnableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("presentation"));

/** Holds a presentation this person runs; another's counts as missing. */
export const lockPresentation = (tx: Tx, actor: Actor, presentationId: string) =>
  tx
    .selectFrom("presentation")
    .select([...columns, "presentation.digest"])
    .where("presentation.districtId", "=", actor.districtId)
    .where("presentation.id", "=", presentationId)
    .where(runnableBy(actor))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("presentation"));

/** Begins a presentation under the next number of its conference, which is held; undone ones keep theirs. */
export async function insertPresentation(
  tx: Tx,
  actor: Actor,
  conference: { id: string; studentId: string },
): Promise<{ id: string; number: number }> {
  const { districtId, now: startedAt } = actor;
  return await tx
    .insertInto("presentation")
    .values({
      districtId,
      id: uuidv7(),
      conferenceId: conference.id,
      studentId: conference.studentId,
      number: sql<number>`(select coalesce(max(p.number), 0) + 1 from presentation p
        where p.district_id = ${districtId} and p.conference_id in (${withEarlierMeetings(districtId, conference.id)}))`,
      state: "open",
      startedAt,
    })
    .returning(["id", "number"])
    .executeTakeFirstOrThrow();
}

/** Freezes things as they are shown, after those already there, and holds their files. */
export async function insertItems(
  tx: Tx,
  actor: Actor,
  presentationId: string,
  items: readonly Kept[],
  last = 0,
): Promise<string[]> {
  if (items.length === 0) return [];
  const { districtId } = actor;
  const rows = items.map(({ audience, workSampleId, shown, onStage = true }, index) => ({
    districtId,
    id: uuidv7(),
    presentationId,
    position: last + index + 1,
    kind: shown.kind,
    audience,
    onStage,
    workSampleId,
    schemaVersion: shown.schemaVersion,
    snapshot: JSON.stringify(shown),
  }));
  await tx.insertInto("presentationItem").values(rows).execute();
  const files = rows.flatMap(({ id }, index) =>
    filesOf(items[index]?.shown).map((fileId) => ({ districtId, presentationItemId: id, fileId })),
  );
  if (files.length > 0) await tx.insertInto("presentationFile").values(files).execute();
  return rows.map(({ id }) => id);
}

const filesOf = (shown: Shown | undefined): string[] =>
  shown?.kind === "work"
    ? [...new Set(shown.versions.flatMap(({ file }: ShownWork["versions"][number]) => file?.id ?? []))]
    : [];

/** The frozen things of a presentation this person may see, in order. */
export const listItems = (
  db: Db,
  actor: Actor,
  presentationId: string,
): Promise<(PresentedItem & { onStage: boolean })[]> =>
  db
    .selectFrom("presentationItem")
    .innerJoin("presentation", (join) =>
      join
        .onRef("presentation.districtId", "=", "presentationItem.districtId")
        .onRef("presentation.id", "=", "presentationItem.presentationId"),
    )
    .select(["presentationItem.id", "presentationItem.position", "presentationItem.audience"])
    .select(["presentationItem.workSampleId", "presentationItem.snapshot as shown"])
    .select("presentationItem.onStage")
    .where("presentationItem.districtId", "=", actor.districtId)
    .where("presentationItem.presentationId", "=", presentationId)
    .where(itemReadableBy(actor))
    .orderBy("presentationItem.position")
    .$castTo<PresentedItem & { onStage: boolean }>()
    .execute();

/** All frozen things of a presentation that is already held, for its digest. */
export const unsafeListItems = (tx: Tx, actor: Actor, presentationId: string) =>
  tx
    .selectFrom("presentationItem")
    .select(["position", "kind", "audience", "onStage", "workSampleId", "snapshot"])
    .where("districtId", "=", actor.districtId)
    .where("presentationId", "=", presentationId)
    .orderBy("position")
    .execute();

/** The names of the work that was shown at a conference and is neither undone nor withdrawn. */
export const unsafeListWork = (db: Db, { districtId }: Actor, conferenceId: string) =>
  db
    .selectFrom("presentation")
    .innerJoin("presentationItem", (join) =>
      join
        .onRef("presentationItem.districtId", "=", "presentation.districtId")
        .onRef("presentationItem.presentationId", "=", "presentation.id"),
    )
    .select("presentationItem.workSampleId")
    .select([
      sql<string>`presentation_item.snapshot ->> 'title'`.as("title"),
      sql<string>`presentation_item.snapshot ->> 'language'`.as("language"),
    ])
    .where("presentation.districtId", "=", districtId)
    .where("presentation.conferenceId", "=", conferenceId)
    .where("presentation.state", "in", ["open", "ended"])
    .where("presentationItem.kind", "=", "work")
    .where("presentationItem.withdrawnAt", "is", null)
    .orderBy("presentation.number")
    .orderBy("presentationItem.position")
    .$narrowType<{ workSampleId: string }>()
    .execute();

/** Moves a presentation that is already held to its next state. */
export const changePresentation = (
  tx: Tx,
  actor: Actor,
  presentationId: string,
  change:
    | { state: "ended"; endedAt: Date; digest: Buffer }
    | { state: "undone"; withdrawnBy: string; withdrawnAt: Date; withdrawnBecause: string },
): Promise<unknown> =>
  tx
    .updateTable("presentation")
    .set(change)
    .where("districtId", "=", actor.districtId)
    .where("id", "=", presentationId)
    .execute();

/** A presentation this person may read, with the names around it. */
export const readPresentationRow = (db: Db, actor: Actor, presentationId: string) =>
  db
    .selectFrom("presentation")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "presentation.districtId")
        .onRef("person.id", "=", "presentation.studentId"),
    )
    .innerJoin("conference", (join) =>
      join
        .onRef("conference.districtId", "=", "presentation.districtId")
        .onRef("conference.id", "=", "presentation.conferenceId"),
    )
    .innerJoin("season", (join) =>
      join
        .onRef("season.districtId", "=", "conference.districtId")
        .onRef("season.id", "=", "conference.seasonId"),
    )
    .innerJoin("school", (join) =>
      join.onRef("school.districtId", "=", "season.districtId").onRef("school.id", "=", "season.schoolId"),
    )
    .select([...columns, "presentation.digest", "season.name as season", "school.timeZone"])
    .select(sql<boolean>`${withdrawableBy(actor)}`.as("mayWithdraw"))
    .select(
      sql<Hidden | null>`case when presentation.state = 'withdrawn' and ${knowsOfWithdrawalBy(actor)} then (
        select json_build_object('by', hider.given_name || ' ' || hider.family_name,
          'at', ${jsonInstant("presentation.withdrawnAt")}, 'because', presentation.withdrawn_because)
        from person hider where hider.district_id = presentation.district_id and hider.id = presentation.withdrawn_by) end`.as(
        "hidden",
      ),
    )
    .select(["person.givenName", sql<string>`person.given_name || ' ' || person.family_name`.as("name")])
    .where("presentation.districtId", "=", actor.districtId)
    .where("presentation.id", "=", presentationId)
    .where(readableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("presentation"));

/** Whether a piece is this student's own. */
export async function isPieceOf(
  tx: Tx,
  actor: Actor,
  studentId: string,
  workSampleId: string,
): Promise<boolean> {
  const piece = await tx
    .selectFrom("workSample")
    .select("id")
    .where("districtId", "=", actor.districtId)
    .where("id", "=", workSampleId)
    .where("studentId", "=", studentId)
    .executeTakeFirst();
  return piece !== undefined;
}
