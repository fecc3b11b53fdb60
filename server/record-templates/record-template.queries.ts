import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import type { TemplateDefinition } from "./definition/definition.contract.ts";
import { recordTemplateKeptBy } from "./record-template.access.ts";
import type { RecordTemplateListed } from "./record-template.contract.ts";

const listed = sql`record_template.id, record_template.name, record_template.school_id, record_template.revision,
  record_template.definition, record_template.retired_at is not null as is_retired,
  (select max(v.version) from record_template_version v
    where v.district_id = record_template.district_id and v.template_id = record_template.id) as version,
  record_template.published_revision is distinct from record_template.revision as has_changes,
  array(select s.name from season s where s.district_id = record_template.district_id
    and s.record_template_id = record_template.id and s.state <> 'closed' order by s.starts_on) as seasons`;

/** A form as it lies in the database. */
export interface StoredTemplate extends RecordTemplateListed {
  readonly schoolId: string;
  readonly revision: number;
  readonly definition: TemplateDefinition;
}

/** A school's forms, oldest first, retired ones last. */
export async function listRecordTemplates(db: Db, actor: Actor, schoolId: string): Promise<StoredTemplate[]> {
  const { rows } = await sql<StoredTemplate>`select ${listed} from record_template
    where record_template.district_id = ${actor.districtId} and record_template.school_id = ${schoolId}
      and ${recordTemplateKeptBy(actor)}
    order by record_template.retired_at is not null, record_template.made_at, record_template.id limit 100`.execute(
    db,
  );
  return rows;
}

/** A form this administrator keeps. */
export const readRecordTemplate = (db: Db, actor: Actor, templateId: string): Promise<StoredTemplate> =>
  oneOf(
    sql<StoredTemplate>`select ${listed} from record_template
      where record_template.district_id = ${actor.districtId} and record_template.id = ${templateId}
        and ${recordTemplateKeptBy(actor)}`.execute(db),
  );

/** The same, held for this transaction. */
export const lockRecordTemplate = (tx: Tx, actor: Actor, templateId: string): Promise<StoredTemplate> =>
  oneOf(
    sql<StoredTemplate>`select ${listed} from record_template
      where record_template.district_id = ${actor.districtId} and record_template.id = ${templateId}
        and ${recordTemplateKeptBy(actor)} for update of record_template`.execute(tx),
  );

async function oneOf(asked: Promise<{ rows: StoredTemplate[] }>): Promise<StoredTemplate> {
  const [template] = (await asked).rows;
  if (!template) throw new NotFound("record template");
  return template;
}

/** What was published of a form, newest first. */
export async function listVersions(db: Db, { districtId }: Actor, templateId: string) {
  const rows = await db
    .selectFrom("recordTemplateVersion as v")
    .innerJoin("person as p", (join) =>
      join.onRef("p.districtId", "=", "v.districtId").onRef("p.id", "=", "v.publishedBy"),
    )
    .select(["v.version", "v.name", "v.publishedAt"])
    .select(sql<string>`concat_ws(' ', p.given_name, p.family_name)`.as("publishedBy"))
    .where("v.districtId", "=", districtId)
    .where("v.templateId", "=", templateId)
    .orderBy("v.version", "desc")
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}

/** Makes a form; whoever asks was found to administer the school. */
export const insertRecordTemplate = (
  tx: Tx,
  { districtId, personId, now }: Actor,
  made: { id: string; schoolId: string; name: string; definition: TemplateDefinition },
) =>
  tx
    .insertInto("recordTemplate")
    .values({
      ...made,
      districtId,
      definition: JSON.stringify(made.definition),
      madeBy: personId,
      madeAt: now,
    })
    .execute();

/** Changes a form that is held. */
export const putRecordTemplate = (
  tx: Tx,
  { districtId }: Actor,
  templateId: string,
  change: {
    name?: string;
    definition?: string;
    revision?: number;
    publishedRevision?: number;
    retiredAt?: Date | null;
  },
) =>
  tx
    .updateTable("recordTemplate")
    .set(change)
    .where("districtId", "=", districtId)
    .where("id", "=", templateId)
    .execute();

/** Keeps a form that is held as its next version. */
export const insertVersion = (
  tx: Tx,
  { districtId, personId, now }: Actor,
  { id, name, definition }: StoredTemplate,
  version: number,
) =>
  tx
    .insertInto("recordTemplateVersion")
    .values({
      districtId,
      templateId: id,
      version,
      name,
      definition: JSON.stringify(definition),
      publishedBy: personId,
      publishedAt: now,
    })
    .execute();

/** Forgets a form that was never published. */
export const deleteRecordTemplate = (tx: Tx, { districtId }: Actor, templateId: string) =>
  tx.deleteFrom("recordTemplate").where("districtId", "=", districtId).where("id", "=", templateId).execute();
