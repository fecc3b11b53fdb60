import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import type { ForeignForm } from "#server/forms/foreign/foreign-form.ts";
import { NotFound } from "#server/http/problems.ts";
import { schoolFormKeptBy } from "./school-form.access.ts";
import type { FieldMapping, SchoolFormListed, SchoolFormState } from "./school-form.contract.ts";

type ListedRow = Omit<SchoolFormListed, "addedAt" | "usedFrom"> & { addedAt: Date; usedFrom: Date | null };

/** A school's forms: the one in use first, then the newest; retired ones last. */
export async function listSchoolForms(db: Db, actor: Actor, schoolId: string): Promise<ListedRow[]> {
  const { rows } =
    await sql<ListedRow>`select id, name, state, jsonb_array_length(form -> 'fields') as fields,
      jsonb_array_length(mapping) as mapped, added_at, used_from
    from school_form where school_form.district_id = ${actor.districtId} and school_form.school_id = ${schoolId}
      and ${schoolFormKeptBy(actor)}
    order by array_position(array['in-use', 'draft', 'retired'], state), added_at desc limit 100`.execute(db);
  return rows;
}

/** A form as it lies in the database. */
export interface StoredForm {
  readonly id: string;
  readonly schoolId: string;
  readonly name: string;
  readonly state: SchoolFormState;
  readonly form: ForeignForm;
  readonly isPlaced: boolean;
  readonly mapping: FieldMapping[];
  readonly revision: number;
  readonly removed: string[];
  readonly storageKey: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly pictureKeys: string[];
}

const columns = sql.raw(
  "id, school_id, name, state, form, is_placed, mapping, revision, removed, storage_key, bytes, sha256, picture_keys",
);

/** A form this administrator keeps. */
export const readSchoolForm = (db: Db, actor: Actor, formId: string): Promise<StoredForm> =>
  oneOf(
    sql<StoredForm>`select ${columns} from school_form where district_id = ${actor.districtId} and id = ${formId}
    and ${schoolFormKeptBy(actor)}`.execute(db),
  );

/** The same, held for this transaction. */
export const lockSchoolForm = (tx: Tx, actor: Actor, formId: string): Promise<StoredForm> =>
  oneOf(
    sql<StoredForm>`select ${columns} from school_form where district_id = ${actor.districtId} and id = ${formId}
    and ${schoolFormKeptBy(actor)} for update`.execute(tx),
  );

/** The form in use at the school of a record's season, for whoever may read that record; undefined where there is none. */
export async function findFormInUse(
  db: Db,
  { districtId }: Actor,
  recordId: string,
): Promise<StoredForm | undefined> {
  const { rows } =
    await sql<StoredForm>`select f.id, f.school_id, f.name, f.state, f.form, f.is_placed, f.mapping, f.revision, f.removed,
      f.storage_key, f.bytes, f.sha256, f.picture_keys
    from conference_record r
    join conference c on c.district_id = r.district_id and c.id = r.conference_id
    join season s on s.district_id = c.district_id and s.id = c.season_id
    join school_form f on f.district_id = s.district_id and f.school_id = s.school_id and f.state = 'in-use'
    where r.district_id = ${districtId} and r.id = ${recordId}`.execute(db);
  return rows[0];
}

async function oneOf(asked: Promise<{ rows: StoredForm[] }>): Promise<StoredForm> {
  const [form] = (await asked).rows;
  if (!form) throw new NotFound("form");
  return form;
}
