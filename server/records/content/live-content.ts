import type { Actor } from "#server/access/actor.ts";
import { readClassGuide } from "#server/at-home/read-class-guide.ts";
import type { Db } from "#server/database/connect.ts";
import { listWorkShown } from "#server/portfolios/presentations/list-work-shown.ts";
import type { RecordForm } from "#server/record-templates/definition/record-form.contract.ts";
import { fieldsOf as fieldsIn } from "#server/record-templates/definition/resolve-form.ts";
import { unsafeReadTranscript } from "#server/transcripts/read-transcript.ts";
import type { Acknowledgement, FieldNow } from "../record.contract.ts";
import { readForm } from "../record-form.ts";
import { listAcknowledgements, listFields, listSupportPlans } from "../record.queries.ts";
import { listAttempts, listHouseholds, listRoomPeople, readRoom } from "../room.queries.ts";
import { textsWritten } from "../translating/texts-written.ts";
import { listTranslations } from "../translating/translation.queries.ts";
import {
  findLastSeason,
  listGoalsOf,
  listLatestResults,
  listOwnNames,
  listPromises,
  nameOf,
} from "./content.queries.ts";
import type {
  Annex,
  AtHomeSaid,
  Core,
  GoalSaid,
  Promised,
  RecordContent,
  Room,
  Row,
  Signed,
  TranslationSaid,
  Written,
} from "./record-content.contract.ts";

/** A record of which the content is wanted. */
export interface RecordRef {
  readonly id: string;
  readonly conferenceId: string;
  readonly studentId: string;
  readonly template: string;
}

/** The record as its rows stand now: the core and every annex. Whoever hands it on picks the parts her reader may have. */
export async function readLiveContent(db: Db, actor: Actor, record: RecordRef): Promise<RecordContent> {
  const rows = await gather(db, actor, record);
  const said = await listTranslations(db, actor, record.id);
  return {
    core: withTranslations(coreOf(record, rows), said, rows.form),
    annexes: rows.households.map((household) => withTranslations(annexOf(household, rows), said, rows.form)),
  };
}

/** A part carries the translations of its own words alone: no home reads what another wrote in any language. */
function withTranslations<Part extends Core | Annex>(
  part: Part,
  said: TranslationSaid[],
  form: RecordForm,
): Part {
  const words = new Set(textsWritten(part, form).map(({ text }) => text));
  const own = said.filter(({ source }) => words.has(source));
  return own.length > 0 ? { ...part, translations: own } : part;
}

type Rows = Awaited<ReturnType<typeof gather>>;
type Promise_ = Promised & { householdId: string | null };

async function gather(db: Db, actor: Actor, record: RecordRef) {
  const { conferenceId, studentId } = record;
  const place = await readRoom(db, actor, conferenceId);
  const lastSeason = await findLastSeason(db, actor, studentId, place.seasonStartsOn);
  const goals = await listGoalsOf(db, actor, studentId, place.seasonId);
  const lastGoals = lastSeason ? await listGoalsOf(db, actor, studentId, lastSeason.id) : [];
  return {
    place,
    studentId,
    form: await readForm(db, actor, record.id, place.grade),
    adviser: await nameOf(db, actor, place.adviserId),
    people: await listRoomPeople(db, actor, conferenceId),
    ownNames: await listOwnNames(db, actor, conferenceId),
    households: await listHouseholds(db, actor, conferenceId),
    attempts: await listAttempts(db, actor, conferenceId),
    shown: await listWorkShown(db, actor, conferenceId),
    fields: await listFields(db, actor, record.id),
    plans: await listSupportPlans(db, actor, conferenceId),
    signed: await listAcknowledgements(db, actor, record.id),
    results: await listLatestResults(db, actor, studentId),
    classGuide: await readClassGuide(db, actor, place.schoolId),
    transcript: await unsafeReadTranscript(db, actor, studentId),
    lastSeason,
    goals,
    lastGoals,
    promises: await listPromises(db, actor, ids(goals)),
    lastPromises: await listPromises(db, actor, ids(lastGoals)),
  };
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

function coreOf({ template }: RecordRef, rows: Rows): Core {
  const { place, adviser, shown, results, transcript, goals, lastGoals, lastSeason } = rows;
  const apart = place.householdKey !== "joint";
  return {
    schemaVersion: 2,
    kind: "core",
    template,
    ...(rows.form.version === null ? {} : { form: rows.form }),
    seal: null,
    school: { name: place.schoolName, code: place.schoolCode, zone: place.zone },
    season: { name: place.seasonName, code: place.seasonCode, startsOn: place.seasonStartsOn },
    student: studentOf(place),
    adviser,
    conference: conferenceOf(place, apart),
    room: apart ? null : roomOf(rows, "core"),
    fields: fieldsOf(rows.fields, "core"),
    shown,
    needs: rowsOf(rows.fields, "core", "needs"),
    lastGoals: { season: lastSeason?.name ?? null, goals: goalsOf(lastGoals, rows.lastPromises) },
    results: results.map((one) => resultSeen(one, rows.form)),
    grades: transcript.grades.map(({ id: _id, ...grade }) => grade),
    credits: transcript.audits,
    goals: goalsOf(goals, rows.promises),
    supportPlans: rows.plans.map(({ state: _state, ...plan }) => plan),
    signed: rows.signed
      .filter((one) => one.personId === rows.studentId)
      .map((one) => signedOf(one, "student")),
    teachers: rowsOf(rows.fields, "core", "teachers"),
    atHome: atHomeOf(rows),
  };
}

/** A percentile is one tap deeper everywhere; it comes into a record only where its form has a place for it. */
const resultSeen = ({ percentile, ...result }: Rows["results"][number], form: RecordForm) =>
  fieldsIn(form).some(({ own }) => own?.source === "percentiles") ? { ...result, percentile } : result;

const atHomeOf = ({ fields, classGuide: { guide } }: Rows): AtHomeSaid => ({
  questions: rowsOf(fields, "core", "talk"),
  activities: rowsOf(fields, "core", "activities"),
  resources: rowsOf(fields, "core", "resources"),
  classes: guide.map(({ language, words }) => ({ text: words, language })),
});

function annexOf({ id, name }: { id: string; name: string }, rows: Rows): Annex {
  const own = (promise: Promise_) => promise.side === "family" && promise.householdId === id;
  return {
    schemaVersion: 1,
    kind: "annex",
    seal: null,
    householdId: id,
    household: name,
    room: rows.place.householdKey === id ? roomOf(rows, id) : null,
    fields: fieldsOf(rows.fields, id),
    promises: rows.promises.filter(own).map(withoutHousehold),
    lastPromises: rows.lastPromises.filter(own).map(withoutHousehold),
    signed: rows.signed
      .filter((one) => one.householdId === id && one.personId !== rows.studentId)
      .map((one) => signedOf(one, relationshipOf(rows, one.personId))),
  };
}

const studentOf = ({ givenName, familyName, ...room }: Rows["place"]): Core["student"] => ({
  name: `${givenName} ${familyName}`,
  givenName,
  ownScriptName: room.ownScriptName,
  grade: room.grade,
  cohortYear: room.cohortYear,
  studentNumber: room.studentNumber,
});

const conferenceOf = (place: Rows["place"], apart: boolean): Core["conference"] => ({
  startsAt: place.startsAt.toISOString(),
  endsAt: place.endsAt.toISOString(),
  startedAt: place.startedAt?.toISOString() ?? null,
  endedAt: place.endedAt?.toISOString() ?? null,
  place: place.place,
  mode: place.mode,
  language: place.language,
  outcome: place.outcome,
  notMetBecause: place.notMetBecause,
  apart,
  ...(place.continuesNumber ? { continues: place.continuesNumber } : {}),
});

function roomOf({ people, ownNames, attempts, fields }: Rows, part: string): Room {
  const written = fieldsOf(fields, part);
  return {
    attendance: people.map(({ personId, name, part, relationship, attendance, leftAt, language }) => ({
      name,
      ownScriptName: ownNames.get(personId) ?? null,
      part,
      relationship,
      attendance,
      leftAt,
      language,
    })),
    attempts: attempts.map((one) => ({ ...one, madeAt: one.madeAt.toISOString() })),
    celebrations: written["celebrations"] ?? null,
    concerns: written["concerns"] ?? null,
    ...(written["celebrationsBy"] ? { celebrationsBy: written["celebrationsBy"].text } : {}),
    ...(written["concernsBy"] ? { concernsBy: written["concernsBy"].text } : {}),
    questions: rowsOf(fields, part, "questions"),
  };
}

/** Fields with words in them; what was emptied again is not there. */
function fieldsOf(fields: FieldNow[], part: string): Record<string, Written> {
  const written = fields.filter(
    (one) => one.part === part && typeof one.value === "string" && one.value.trim(),
  );
  return Object.fromEntries(
    written.map(({ field, value, language }) => [field, { text: value as string, language }]),
  );
}

const rowsOf = (fields: FieldNow[], part: string, name: string): Row[] =>
  fields
    .filter((one) => one.part === part && one.field.startsWith(`${name}.`) && isRow(one.value))
    .map(({ field, value, language }) => ({
      id: field.slice(name.length + 1),
      language,
      columns: value as Record<string, string>,
    }));

const isRow = (value: FieldNow["value"]): boolean => typeof value === "object" && value !== null;

const withoutHousehold = ({ householdId: _householdId, ...promise }: Promise_): Promised => promise;

/** Home's promises stay in the annexes; the core has the student's and the school's. */
const goalsOf = (goals: Rows["goals"], promises: Promise_[]): GoalSaid[] =>
  goals.map(({ wording, language, ...goal }) => ({
    ...goal,
    wording: { text: wording, language },
    promises: promises.filter((one) => one.goalId === goal.id && one.side !== "family").map(withoutHousehold),
  }));

const relationshipOf = ({ people }: Rows, personId: string): string =>
  people.find((one) => one.personId === personId)?.relationship ?? "";

const signedOf = (one: Acknowledgement, role: string): Signed => ({
  personId: one.personId,
  name: one.name,
  role,
  typedName: one.typedName,
  tookPart: one.tookPart,
  receivedCopy: one.receivedCopy,
  comment: { text: one.comment, language: one.language },
  method: one.method,
  givenAt: one.givenAt,
});
