import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { feedbackChangeableBy, feedbackReadableBy, givesFeedback } from "./feedback.access.ts";
import type { Feedback, FeedbackRevision, NewFeedback } from "./feedback.contract.ts";

/** What was said about a piece, as far as this person reads it. */
export async function listFeedback(db: Db, actor: Actor, workSampleId: string): Promise<Feedback[]> {
  const rows = await db
    .selectFrom("feedback")
    .innerJoin("workSample", (join) =>
      join
        .onRef("workSample.districtId", "=", "feedback.districtId")
        .onRef("workSample.id", "=", "feedback.workSampleId"),
    )
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "feedback.districtId")
        .onRef("person.id", "=", "feedback.writtenBy"),
    )
    .select(["feedback.id", "feedback.words", "feedback.language", "feedback.writtenAt", "feedback.seenAt"])
    .select(sql<string>`person.given_name || ' ' || person.family_name`.as("authorName"))
    .select(sql<boolean>`feedback.written_by = ${actor.personId}`.as("isMine"))
    .where("feedback.districtId", "=", actor.districtId)
    .where("feedback.workSampleId", "=", workSampleId)
    .where(feedbackReadableBy(actor))
    .orderBy("feedback.writtenAt")
    .orderBy("feedback.id")
    .execute();
  return rows.map(({ writtenAt, seenAt, ...row }) => ({
    ...row,
    writtenAt: writtenAt.toISOString(),
    isNew: seenAt === null,
  }));
}

/** Whether this person may say something about the piece. */
export async function mayGive(db: Db, actor: Actor, workSampleId: string): Promise<boolean> {
  const row = await db
    .selectFrom("workSample")
    .select("workSample.id")
    .where("workSample.districtId", "=", actor.districtId)
    .where("workSample.id", "=", workSampleId)
    .where(givesFeedback(actor))
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps what this person says about a piece; one she may say nothing about counts as missing. */
export async function insertFeedback(
  tx: Tx,
  actor: Actor,
  { id, workSampleId, words, language }: NewFeedback & { id: string; workSampleId: string },
): Promise<void> {
  const { rows } = await sql`
    insert into feedback (district_id, id, work_sample_id, written_by, written_at, words, language)
    select work_sample.district_id, ${id}, work_sample.id, ${actor.personId}, ${actor.now}, ${words}, ${language}
    from work_sample where work_sample.district_id = ${actor.districtId} and work_sample.id = ${workSampleId}
      and ${givesFeedback(actor)}
    returning id`.execute(tx);
  if (rows.length === 0) throw new NotFound("work sample");
}

/** Notes that the student had a piece's feedback before her; nobody else's look counts. */
export const markSeen = (db: Db, actor: Actor, workSampleId: string): Promise<unknown> =>
  db
    .updateTable("feedback")
    .set({ seenAt: actor.now })
    .where("feedback.districtId", "=", actor.districtId)
    .where("feedback.workSampleId", "=", workSampleId)
    .where("feedback.seenAt", "is", null)
    .where(
      sql<boolean>`exists (select 1 from work_sample piece where piece.district_id = feedback.district_id
        and piece.id = feedback.work_sample_id and piece.student_id = ${actor.personId})`,
    )
    .execute();

/** Changes one's own words where the base still stands; what stands there, when it does not. */
export async function rewriteFeedback(
  tx: Tx,
  actor: Actor,
  feedbackId: string,
  { base, value, language }: FeedbackRevision,
): Promise<{ stands: string } | undefined> {
  const { words } = await tx
    .selectFrom("feedback")
    .select("words")
    .where("feedback.districtId", "=", actor.districtId)
    .where("feedback.id", "=", feedbackId)
    .where(feedbackChangeableBy(actor))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("feedback"));
  if (words !== base && words !== value) return { stands: words };
  await tx
    .updateTable("feedback")
    .set({ words: value, language })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", feedbackId)
    .execute();
  return undefined;
}

/** Takes back one's own words. */
export async function deleteFeedback(tx: Tx, actor: Actor, feedbackId: string): Promise<void> {
  const gone = await tx
    .deleteFrom("feedback")
    .where("feedback.districtId", "=", actor.districtId)
    .where("feedback.id", "=", feedbackId)
    .where(feedbackChangeableBy(actor))
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new NotFound("feedback");
}
