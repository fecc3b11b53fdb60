import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { OwnFieldBy } from "./definition/definition.contract.ts";
import type { FormField } from "./definition/record-form.contract.ts";
import { asFormField, fieldsOf, ownKey, resolveForm, type PublishedForm } from "./definition/resolve-form.ts";
import { listAddedFields } from "./list-added-fields.ts";

const isNewest = sql`v.version = (select max(n.version) from record_template_version n
  where n.district_id = v.district_id and n.template_id = v.template_id)`;

/** The version of its school's form a record began with; undefined where it comes on the usual form. */
export async function findFormOf(
  db: Db,
  { districtId }: Actor,
  recordId: string,
): Promise<PublishedForm | undefined> {
  const { rows } = await sql<PublishedForm>`select v.name, v.version, v.definition from conference_record r
    join record_template_version v on v.district_id = r.district_id and v.template_id = r.record_template_id
      and v.version = r.record_template_version
    where r.district_id = ${districtId} and r.id = ${recordId}`.execute(db);
  return rows[0];
}

/** The version records of a season begin with now; undefined where they come on the usual form. */
export async function findFormOfSeason(
  db: Db,
  { districtId }: Actor,
  seasonId: string,
): Promise<PublishedForm | undefined> {
  const { rows } = await sql<PublishedForm>`select v.name, v.version, v.definition from season s
    join record_template_version v on v.district_id = s.district_id and v.template_id = s.record_template_id and ${isNewest}
    where s.district_id = ${districtId} and s.id = ${seasonId}`.execute(db);
  return rows[0];
}

/** What a season's form asks of a student's grade from the student or her family, ahead of the record; nothing where it is the usual form. */
export async function listOwnFields(
  db: Db,
  actor: Actor,
  { seasonId, grade, by }: { seasonId: string; grade: number; by: OwnFieldBy },
): Promise<FormField[]> {
  const form = resolveForm(await findFormOfSeason(db, actor, seasonId), grade);
  return fieldsOf(form).filter(({ own }) => own?.by === by && own.kind !== "data");
}

/** The same, and apart what was answered and is asked no more, as the last version that asked it called it. */
export async function listAnsweredFields(
  db: Db,
  actor: Actor,
  asked: Parameters<typeof listOwnFields>[2],
  answered: readonly string[],
): Promise<{ now: FormField[]; earlier: FormField[] }> {
  const now = await listOwnFields(db, actor, asked);
  const gone = answered.filter(
    (name) => ownKey(name) !== undefined && !now.some((field) => field.name === name),
  );
  if (gone.length === 0) return { now, earlier: [] };
  const { schoolId } = await db
    .selectFrom("season")
    .select("schoolId")
    .where("districtId", "=", actor.districtId)
    .where("id", "=", asked.seasonId)
    .executeTakeFirstOrThrow();
  const added = (await listAddedFields(db, actor, schoolId)).map(({ field }) => asFormField(field));
  return { now, earlier: added.filter(({ name }) => gone.includes(name)) };
}

/** One of them by its name; undefined where nobody asks that. */
export const findOwnField = async (
  db: Db,
  actor: Actor,
  asked: Parameters<typeof listOwnFields>[2],
  name: string,
): Promise<FormField | undefined> =>
  (await listOwnFields(db, actor, asked)).find((field) => field.name === name);

/** The forms of a school a season may choose: published, and not retired. */
export async function listChoosable(db: Db, { districtId }: Actor, schoolId: string) {
  const { rows } = await sql<{ id: string; name: string; version: number }>`select t.id, t.name, v.version
    from record_template t
    join record_template_version v on v.district_id = t.district_id and v.template_id = t.id and ${isNewest}
    where t.district_id = ${districtId} and t.school_id = ${schoolId} and t.retired_at is null
    order by t.name, t.id limit 100`.execute(db);
  return rows;
}
