import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { NotFound } from "#server/http/problems.ts";
import { formInUse } from "#server/school-forms/form-in-use.ts";
import { copyFor, correctableBy, partReadableBy, readsWithoutPlace } from "../record.access.ts";
import type { RecordForm } from "#server/record-templates/definition/record-form.contract.ts";
import { fieldsOf, ownKey } from "#server/record-templates/definition/resolve-form.ts";
import { listStudentFields } from "../record-form.ts";
import { readRecord } from "../record.queries.ts";
import { textsWritten } from "../translating/texts-written.ts";
import { formOf } from "./form-of.ts";
import { readLiveContent } from "./live-content.ts";
import type { Annex, Core, RecordContent } from "./record-content.contract.ts";

/** A record as this person may read it, with the digest of its version once it is sealed. */
export interface Reading extends RecordContent {
  readonly recordId: string;
  readonly studentId: string;
  readonly isDraft: boolean;
  readonly version: number | null;
  readonly digest: string | null;
  readonly mayCorrect: boolean;
  readonly withdrawn: { by: string; at: string; because: string } | null;
  /** What the school's own form is called, where a finished record comes on one as well. */
  readonly schoolForm: string | null;
  /** What it asked for, by its school's names. */
  readonly form: RecordForm;
}

/** The core and the annexes open to this person: from the rows while it is written, from the sealed parts ever after. */
export async function readContent(db: Db, actor: Actor, recordId: string): Promise<Reading> {
  const record = await readRecord(db, actor, recordId);
  const isDraft = record.state === "draft" || record.state === "read-back";
  const seal = isDraft ? null : await readSeal(db, actor, recordId);
  const content = seal ?? (await readLiveContent(db, actor, record));
  const open = await listOpenParts(db, actor, recordId, content.annexes);
  const isHers = record.studentId === actor.personId;
  const whole = (await mustHidePlace(db, actor, recordId)) ? withoutPlace(content.core) : content.core;
  const kind = await readCopyKind(db, actor, recordId);
  const shared = mentorsCopy(whole, kind);
  const core = isHers || kind !== "all" ? withoutPageForHome(shared) : shared;
  const hers = isDraft && isHers ? await listStudentFields(db, actor, recordId) : null;
  return {
    recordId,
    form: formOf(content.core),
    studentId: record.studentId,
    isDraft,
    version: seal?.version ?? null,
    digest: seal?.digest ?? null,
    ...(await readKeeping(db, actor, recordId)),
    core: withoutStrayTranslations(hers ? herPart(core, hers) : core),
    annexes: isHers ? [] : content.annexes.filter((annex) => open.has(annex.householdId)),
  };
}

type Keeping = Pick<Reading, "mayCorrect" | "withdrawn" | "schoolForm">;

/** Whether it may be corrected, and who withdrew it if somebody did. */
async function readKeeping(db: Db, actor: Actor, recordId: string): Promise<Keeping> {
  const { rows } = await sql<Keeping>`select ${correctableBy(actor)} as may_correct,
      case when conference_record.state = 'withdrawn' then json_build_object('by', concat_ws(' ', person.given_name, person.family_name),
        'at', ${jsonInstant("conference_record.withdrawn_at")}, 'because', conference_record.withdrawn_because) end as withdrawn,
      case when conference_record.state not in ('draft', 'read-back') then ${formInUse} end as school_form
    from conference_record left join person on person.district_id = conference_record.district_id and person.id = conference_record.withdrawn_by
    where conference_record.district_id = ${actor.districtId} and conference_record.id = ${recordId}`.execute(
    db,
  );
  return rows[0] ?? { mayCorrect: false, withdrawn: null, schoolForm: null };
}

interface SealedContent extends RecordContent {
  version: number;
  digest: string;
}

/** Records finished before they named the work that was shown, grades and credits have none; what was sealed is never rewritten. */
const notYetNamed = { shown: [], grades: [], credits: [] };

/** What was sealed, as it was sealed: later renames change nothing in it. */
async function readSeal(db: Db, { districtId }: Actor, recordId: string): Promise<SealedContent> {
  const parts = await db
    .selectFrom("recordPart")
    .innerJoin("recordVersion", (join) =>
      join
        .onRef("recordVersion.districtId", "=", "recordPart.districtId")
        .onRef("recordVersion.recordId", "=", "recordPart.recordId")
        .onRef("recordVersion.version", "=", "recordPart.version"),
    )
    .select(["recordPart.part", "recordPart.canonical", "recordVersion.version", "recordVersion.digest"])
    .where("recordPart.districtId", "=", districtId)
    .where("recordPart.recordId", "=", recordId)
    .where("recordPart.version", "=", (eb) =>
      eb
        .selectFrom("recordVersion as newest")
        .select((max) => max.fn.max<number>("newest.version").as("version"))
        .where("newest.districtId", "=", districtId)
        .where("newest.recordId", "=", recordId),
    )
    .orderBy("recordPart.part")
    .execute();
  const core = parts.find(({ part }) => part === "core");
  if (!core?.canonical) throw new NotFound("record");
  return {
    version: core.version,
    digest: core.digest.toString("hex"),
    core: { ...notYetNamed, ...(JSON.parse(core.canonical) as Core) },
    annexes: parts
      .filter(({ part, canonical }) => part !== "core" && canonical !== null)
      .map(({ canonical }) => JSON.parse(canonical!) as Annex),
  };
}

/** The households among these whose annex the person may read. */
async function listOpenParts(db: Db, actor: Actor, recordId: string, annexes: Annex[]): Promise<Set<string>> {
  const { rows } = await sql<{ part: string }>`select annex.part from conference_record
    cross join unnest(${annexes.map(({ householdId }) => householdId)}::text[]) as annex (part)
    where conference_record.district_id = ${actor.districtId} and conference_record.id = ${recordId}
      and ${partReadableBy(actor, sql.ref("annex.part"))}`.execute(db);
  return new Set(rows.map(({ part }) => part));
}

async function mustHidePlace(db: Db, actor: Actor, recordId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from conference_record where conference_record.district_id = ${actor.districtId}
    and conference_record.id = ${recordId} and ${readsWithoutPlace(actor)}`.execute(db);
  return rows.length > 0;
}

/** For somebody who may inspect but not come: neither when, nor where, nor who else. */
const withoutPlace = (core: Core): Core => ({
  ...core,
  conference: {
    ...core.conference,
    startsAt: "",
    endsAt: "",
    startedAt: null,
    endedAt: null,
    place: "",
    mode: "",
  },
  room: null,
  corrections: (core.corrections ?? []).filter(({ section }) => section !== "participants"),
});

/** What was left out of a copy is left out in every language. */
function withoutStrayTranslations(core: Core): Core {
  if (!core.translations) return core;
  const words = new Set(textsWritten(core, formOf(core)).map(({ text }) => text));
  return { ...core, translations: core.translations.filter(({ source }) => words.has(source)) };
}

/** The page for home is the family's; staff see what they hand out. */
const withoutPageForHome = ({ atHome: _atHome, ...core }: Core): Core => core;

async function readCopyKind(db: Db, actor: Actor, recordId: string): Promise<string> {
  const { rows } = await sql<{ kind: string }>`select ${copyFor(actor)} as kind from conference_record
    where conference_record.district_id = ${actor.districtId} and conference_record.id = ${recordId}`.execute(
    db,
  );
  return rows[0]?.kind ?? "";
}

const aboutNumbers = [
  "resultsSaid",
  "languageArtsNote",
  "languageArtsNotTested",
  "mathNote",
  "mathNotTested",
];
const familysAndSchools = ["celebrations", "concerns", "needs", "comments", "remains", "nextStep"];

/** A mentor's copy: the work, the strengths and the goals; no support plan, nobody's questions, no signatures; numbers with consent. */
function mentorsCopy(core: Core, kind: string): Core {
  if (kind === "all") return core;
  const hasNumbers = kind === "with-numbers";
  const without = hasNumbers ? familysAndSchools : [...familysAndSchools, ...aboutNumbers];
  const hers = fieldsOf(formOf(core)).filter(({ own }) => own?.by === "student");
  // Of what a school added a mentor reads the student's own words.
  const isOpen = (name: string) =>
    ownKey(name) === undefined
      ? !without.includes(name.split(".")[0] ?? "")
      : hers.some((field) => field.name === name);
  return {
    ...withoutPlace(core),
    fields: Object.fromEntries(Object.entries(core.fields).filter(([name]) => isOpen(name))),
    ...(hasNumbers ? {} : { results: [], grades: [], credits: [] }),
    needs: [],
    supportPlans: [],
    teachers: [],
    signed: [],
    corrections: [],
  };
}

/** While it is written the student reads her own words, her goals and her results. */
const herPart = (core: Core, hers: readonly string[]): Core => ({
  ...core,
  room: null,
  fields: Object.fromEntries(Object.entries(core.fields).filter(([name]) => hers.includes(name))),
  needs: [],
  teachers: [],
  supportPlans: [],
});
