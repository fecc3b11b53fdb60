import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { addendumReadableBy, addendumWritableBy } from "./addendum.access.ts";
import type { Addendum, AddendumReader } from "./addendum.contract.ts";

type Found = Omit<Addendum, "readers" | "savedAt"> & { savedAt: Date | null };

/** The addendum of a record this person may read; nothing written yet reads as empty. */
export async function readAddendum(db: Db, actor: Actor, recordId: string): Promise<Found> {
  const { rows } = await sql<Found>`select coalesce(staff_addendum.body, '') as body,
      coalesce(staff_addendum.language, 'en') as language, staff_addendum.saved_at,
      concat_ws(' ', writer.given_name, writer.family_name) as saved_by, ${addendumWritableBy(actor)} as may_write
    from conference_record
    left join staff_addendum on staff_addendum.district_id = conference_record.district_id and staff_addendum.record_id = conference_record.id
    left join person writer on writer.district_id = staff_addendum.district_id and writer.id = staff_addendum.saved_by
    where conference_record.district_id = ${actor.districtId} and conference_record.id = ${recordId}
      and ${addendumReadableBy(actor)}`.execute(db);
  const [found] = rows;
  if (!found) throw new NotFound("addendum");
  return found;
}

/** The case managers and counsellors a record's student has today, and which of them were named. */
export async function listAddendumReaders(db: Db, actor: Actor, recordId: string): Promise<AddendumReader[]> {
  const { rows } =
    await sql<AddendumReader>`select cl.person_id, cl.part, concat_ws(' ', person.given_name, person.family_name) as name,
      exists (select 1 from addendum_reader ar where ar.district_id = cl.district_id and ar.record_id = conference_record.id
        and ar.person_id = cl.person_id) as named
    from conference_record
    join caseload cl on cl.district_id = conference_record.district_id and cl.student_id = conference_record.student_id
      and cl.from_on <= ${actor.today}::date and (cl.until_on is null or cl.until_on >= ${actor.today}::date)
    join person on person.district_id = cl.district_id and person.id = cl.person_id
    where conference_record.district_id = ${actor.districtId} and conference_record.id = ${recordId}
      and cl.part in ('case-manager', 'counsellor') and ${addendumWritableBy(actor)}
    order by person.given_name, cl.person_id`.execute(db);
  return rows;
}

/** Holds the record for this transaction, so that two writers of its addendum come one after the other. */
export const lockForAddendum = (tx: Tx, actor: Actor, recordId: string) =>
  tx
    .selectFrom("conferenceRecord")
    .select("conferenceRecord.id")
    .where("conferenceRecord.districtId", "=", actor.districtId)
    .where("conferenceRecord.id", "=", recordId)
    .where(addendumWritableBy(actor))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("addendum"));

/** Writes the addendum, new or again. */
export async function putAddendum(
  tx: Tx,
  { districtId, personId, now }: Actor,
  recordId: string,
  said: { body: string; language: string },
): Promise<void> {
  const saved = { ...said, savedBy: personId, savedAt: now };
  await tx
    .insertInto("staffAddendum")
    .values({ districtId, recordId, ...saved })
    .onConflict((conflict) => conflict.columns(["districtId", "recordId"]).doUpdateSet(saved))
    .execute();
}

/** Names somebody to read it; once is enough. */
export async function insertReader(tx: Tx, actor: Actor, recordId: string, personId: string): Promise<void> {
  await tx
    .insertInto("addendumReader")
    .values({
      districtId: actor.districtId,
      recordId,
      personId,
      namedBy: actor.personId,
      namedAt: actor.now,
    })
    .onConflict((conflict) => conflict.columns(["districtId", "recordId", "personId"]).doNothing())
    .execute();
}

/** She may no longer read it; false when she was not named. */
export async function deleteReader(
  tx: Tx,
  { districtId }: Actor,
  recordId: string,
  personId: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("addendumReader")
    .where("districtId", "=", districtId)
    .where("recordId", "=", recordId)
    .where("personId", "=", personId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
