import { sql, type SqlBool } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Rule } from "#server/access/relations.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import type { Intervention } from "#server/interventions/intervention.contract.ts";
import { readableBy, sealableBy, writableBy } from "./record.access.ts";
import type { Acknowledgement, FieldNow, FieldSaving, RecordState, WithheldName } from "./record.contract.ts";
import type { FieldPlace } from "./record-fields.ts";

const recordColumns = [
  "conferenceRecord.id",
  "conferenceRecord.conferenceId",
  "conferenceRecord.studentId",
  "conferenceRecord.template",
  "conferenceRecord.state",
  "conferenceRecord.revision",
  "conferenceRecord.readBackRevision",
  "conferenceRecord.readBackDigest",
  "conferenceRecord.number",
  "conferenceRecord.sealedAt",
] as const;

/** Makes the conference's record on first look, after the newest version of its season's form; whoever looked at the same moment made the same one. */
export async function beginRecord(db: Db, actor: Actor, conferenceId: string): Promise<void> {
  await sql`insert into conference_record (district_id, id, conference_id, student_id, template, state, record_template_id, record_template_version)
    select c.district_id, ${uuidv7()}, c.id, c.student_id, 'conference-record', 'draft', form.template_id, form.version from conference c
    join season s on s.district_id = c.district_id and s.id = c.season_id
    left join lateral (select v.template_id, v.version from record_template_version v
      where v.district_id = s.district_id and v.template_id = s.record_template_id order by v.version desc limit 1) form on true
    where c.district_id = ${actor.districtId} and c.id = ${conferenceId} and c.state <> 'cancelled'
    on conflict on constraint one_record_a_conference do nothing`.execute(db);
}

/** The conference's record, for the student and whoever runs the meeting. */
export const findRecordOf = (db: Db, actor: Actor, conferenceId: string) =>
  db
    .selectFrom("conferenceRecord")
    .select(recordColumns)
    .select(sealableBy(actor).as("mayWriteAll"))
    .where("conferenceRecord.districtId", "=", actor.districtId)
    .where("conferenceRecord.conferenceId", "=", conferenceId)
    .where(writableBy(actor))
    .executeTakeFirst();

/** A record this person may read. */
export const readRecord = (db: Db, actor: Actor, recordId: string) =>
  db
    .selectFrom("conferenceRecord")
    .select(recordColumns)
    .where("conferenceRecord.districtId", "=", actor.districtId)
    .where("conferenceRecord.id", "=", recordId)
    .where(readableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("record"));

/** Holds a record for this transaction, if the rule lets this person have it. */
export const lockRecord = (tx: Tx, actor: Actor, recordId: string, rule: Rule) =>
  tx
    .selectFrom("conferenceRecord")
    .select(recordColumns)
    .select(sealableBy(actor).as("mayWriteAll"))
    .where("conferenceRecord.districtId", "=", actor.districtId)
    .where("conferenceRecord.id", "=", recordId)
    .where(rule)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("record"));

interface Saving {
  recordId: string;
  saving: FieldSaving;
  place: FieldPlace;
  rule: Rule;
  /** The states in which it is taken; outside a transaction only a plain draft is. */
  states: readonly RecordState[];
}

/**
 * Grows the revision and writes the field in one statement, since a room saves every two seconds.
 * The base is compared twice: before the revision grows, and by the conflict clause with the newest committed value,
 * whatever this statement's snapshot saw.
 */
export async function putField(db: Db, actor: Actor, { recordId, saving, place, rule, states }: Saving) {
  const { part, field, language } = saving;
  const [base, value] = [JSON.stringify(saving.base), JSON.stringify(saving.value)];
  const fitsBase = sql<SqlBool>`coalesce((select known.value in (${base}::jsonb, ${value}::jsonb) from record_field known
    where known.district_id = conference_record.district_id and known.record_id = conference_record.id
      and known.part = ${part} and known.field = ${field}), ${saving.base === null}::boolean)`;
  const { rows } = await sql<{ revision: number; state: RecordState }>`
    with held as (
      update conference_record set revision = revision + 1
      where conference_record.district_id = ${actor.districtId} and conference_record.id = ${recordId}
        and state in (${sql.join(states)}) and ${rule} and ${partFits(part, place)} and ${fitsBase}
      returning district_id, id, revision, state
    ), saved as (
      insert into record_field (district_id, record_id, part, field, value, language, revision, saved_by, saved_at)
      select district_id, id, ${part}, ${field}, ${value}::jsonb, ${language}, revision, ${actor.personId}, ${actor.now} from held
      on conflict (district_id, record_id, part, field) do update
        set value = excluded.value, language = excluded.language, revision = excluded.revision,
          saved_by = excluded.saved_by, saved_at = excluded.saved_at
        where record_field.value in (${base}::jsonb, excluded.value)
      returning revision
    ) select saved.revision, held.state from saved, held`.execute(db);
  return rows[0];
}

/** Core fields go to the core; what was said in the room to the household that met apart; an annex to a household that takes part. */
function partFits(part: string, place: FieldPlace) {
  if (place === "core") return sql<SqlBool>`${part === "core"}::boolean`;
  const conference = sql`select 1 from conference c where c.district_id = conference_record.district_id and c.id = conference_record.conference_id`;
  if (place === "room")
    return sql<SqlBool>`exists (${conference} and c.household_key = ${part === "core" ? "joint" : part})`;
  return sql<SqlBool>`exists (select 1 from participant p where p.district_id = conference_record.district_id
    and p.conference_id = conference_record.conference_id and p.household_id::text = ${part})`;
}

/** How a record stands, for saying why a save was not taken. */
export const findState = (db: Db, actor: Actor, recordId: string) =>
  db
    .selectFrom("conferenceRecord")
    .select([
      "conferenceRecord.state",
      "conferenceRecord.revision",
      "conferenceRecord.conferenceId",
      "conferenceRecord.studentId",
    ])
    .select(sealableBy(actor).as("mayWriteAll"))
    .where("conferenceRecord.districtId", "=", actor.districtId)
    .where("conferenceRecord.id", "=", recordId)
    .where(writableBy(actor))
    .executeTakeFirst();

/** Whether a part of this record takes fields of this place. */
export async function partTakes(
  db: Db,
  actor: Actor,
  recordId: string,
  part: string,
  place: FieldPlace,
): Promise<boolean> {
  const row = await db
    .selectFrom("conferenceRecord")
    .select(partFits(part, place).as("fits"))
    .where("conferenceRecord.districtId", "=", actor.districtId)
    .where("conferenceRecord.id", "=", recordId)
    .executeTakeFirst();
  return row?.fits === true;
}

const fieldColumns = [
  "recordField.part",
  "recordField.field",
  "recordField.value",
  "recordField.language",
  "recordField.revision",
] as const;

/** What stands in one field. */
export const findField = async (
  db: Db,
  actor: Actor,
  recordId: string,
  part: string,
  field: string,
): Promise<FieldNow | undefined> =>
  (await db
    .selectFrom("recordField")
    .select(fieldColumns)
    .where("districtId", "=", actor.districtId)
    .where("recordId", "=", recordId)
    .where("part", "=", part)
    .where("field", "=", field)
    .executeTakeFirst()) as FieldNow | undefined;

/** The fields saved after a revision, in the order they were first made; `only` names the ones the reader may see. */
export async function listFields(
  db: Db,
  actor: Actor,
  recordId: string,
  { since = -1, only }: { since?: number; only?: readonly string[] | undefined } = {},
): Promise<FieldNow[]> {
  let query = db
    .selectFrom("recordField")
    .select(fieldColumns)
    .where("districtId", "=", actor.districtId)
    .where("recordId", "=", recordId)
    .where("revision", ">", since);
  if (only?.length === 0) return [];
  if (only) query = query.where("field", "in", only);
  return (await query.orderBy("part").orderBy("field").execute()) as FieldNow[];
}

/** The support plans written at a conference, in the order they were written. */
export const listSupportPlans = async (db: Db, actor: Actor, conferenceId: string): Promise<Intervention[]> =>
  (await db
    .selectFrom("intervention")
    .select(["id", "need", "action", "provider", "startsOn", "frequency", "measure", "reviewOn", "state"])
    .where("districtId", "=", actor.districtId)
    .where("conferenceId", "=", conferenceId)
    .orderBy("position")
    .orderBy("id")
    .execute()) as Intervention[];

/** The names that stand under the record. */
export async function listAcknowledgements(
  db: Db,
  actor: Actor,
  recordId: string,
): Promise<Acknowledgement[]> {
  const rows = await db
    .selectFrom("acknowledgement")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "acknowledgement.districtId")
        .onRef("person.id", "=", "acknowledgement.personId"),
    )
    .select(["acknowledgement.id", "personId", "householdId", "typedName", "tookPart", "receivedCopy"])
    .select(["comment", "acknowledgement.language", "method", "givenAt", "late as isLate", "scanFileId"])
    .select(sql<string>`concat_ws(' ', person.given_name, person.family_name)`.as("name"))
    .where("acknowledgement.districtId", "=", actor.districtId)
    .where("recordId", "=", recordId)
    .where("voidedAt", "is", null)
    .orderBy("givenAt")
    .execute();
  return rows.map((row) => ({ ...row, givenAt: row.givenAt.toISOString() })) as Acknowledgement[];
}

/** Who did not put a name at the hand-over, and whether she may yet. */
export const listWithheld = async (db: Db, { districtId }: Actor, recordId: string) =>
  (await db
    .selectFrom("nameWithheld")
    .select(["personId", "because"])
    .where("districtId", "=", districtId)
    .where("recordId", "=", recordId)
    .orderBy("personId")
    .execute()) as WithheldName[];

/** The names of those who were told that the record is finished. */
export async function listWrittenTo(db: Db, { districtId }: Actor, recordId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("outgoingMessage")
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "outgoingMessage.districtId")
        .onRef("person.id", "=", "outgoingMessage.personId"),
    )
    .select(sql<string>`concat_ws(' ', person.given_name, person.family_name)`.as("name"))
    .where("outgoingMessage.districtId", "=", districtId)
    .where("outgoingMessage.occasion", "=", `record-ready ${recordId} 1`)
    .orderBy("name")
    .execute();
  return rows.map(({ name }) => name);
}
