import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { FormField, RecordForm } from "#server/record-templates/definition/record-form.contract.ts";
import type { FieldNow, Missing, MissingThing, Outcome } from "./record.contract.ts";
import { readForm } from "./record-form.ts";
import { listFields, listSupportPlans } from "./record.queries.ts";
import { listAttempts, listRoomPeople, readRoom } from "./room.queries.ts";

interface RecordRef {
  readonly id: string;
  readonly conferenceId: string;
}

/** What is still needed before the record can be finished, by outcome, in the order of its sections. */
export async function listMissing(
  db: Db,
  actor: Actor,
  record: RecordRef,
  asIf?: Outcome | undefined,
): Promise<Missing> {
  const room = await readRoom(db, actor, record.conferenceId);
  const outcome = (room.outcome ?? asIf ?? "held") as Outcome;
  const facts = await gather(db, actor, record, room);
  const asked = [...required[outcome], ...askedIn(facts.form, outcome)];
  const missing = asked.filter((thing) => !thing.isThere(facts)).map(asMissing(facts));
  if (outcome === "held" || outcome === "held-without-family") missing.push(...unplanned(facts));
  const sections = [...facts.form.sections.map(({ key }) => key), "ending"];
  const order = (thing: MissingThing) => sections.indexOf(thing.section);
  return { outcome, missing: missing.sort((one, other) => order(one) - order(other)) };
}

interface Facts {
  form: RecordForm;
  room: Awaited<ReturnType<typeof readRoom>>;
  people: Awaited<ReturnType<typeof listRoomPeople>>;
  fields: FieldNow[];
  planned: Set<string>;
  attempts: number;
  goals: { student: boolean; school: boolean }[];
}

async function gather(db: Db, actor: Actor, record: RecordRef, room: Facts["room"]): Promise<Facts> {
  const { conferenceId } = record;
  const plans = await listSupportPlans(db, actor, conferenceId);
  return {
    form: await readForm(db, actor, record.id, room.grade),
    room,
    people: await listRoomPeople(db, actor, conferenceId),
    fields: await listFields(db, actor, record.id),
    planned: new Set(plans.filter((plan) => plan.action.trim() !== "").map((plan) => plan.id)),
    attempts: (await listAttempts(db, actor, conferenceId)).length,
    goals: await listGoalSides(db, actor, room.studentId, room.seasonId),
  };
}

/** Which sides have promised something for each goal of the season. */
const listGoalSides = async (db: Db, { districtId }: Actor, studentId: string, seasonId: string) =>
  (
    await sql<{ student: boolean; school: boolean }>`
      select exists (select 1 from promise p where p.district_id = g.district_id and p.goal_id = g.id and p.side = 'student') as student,
        exists (select 1 from promise p where p.district_id = g.district_id and p.goal_id = g.id and p.side = 'school') as school
      from goal g where g.district_id = ${districtId} and g.student_id = ${studentId} and g.season_id = ${seasonId}`.execute(
      db,
    )
  ).rows;

interface Requirement {
  readonly key: string;
  readonly section: string;
  readonly field?: string;
  /** It stands with what was said in the room. */
  readonly isInRoom?: boolean;
  readonly isThere: (facts: Facts) => boolean;
}

const written = ({ fields }: Facts, ...names: string[]): boolean =>
  fields.some(
    ({ field, value }) => names.includes(field) && typeof value === "string" && value.trim() !== "",
  );
const needs = (section: string, field: string, ...instead: string[]): Requirement => ({
  key: field,
  section,
  field,
  isThere: (facts) => written(facts, field, ...instead),
});
const came = ({ attendance }: { attendance: string | null }) =>
  attendance === "present" || attendance === "remote";

const ended: Requirement = {
  key: "ended",
  section: "ending",
  isThere: ({ room }) => room.state === "ended",
};
const started: Requirement = {
  key: "started",
  section: "ending",
  isThere: ({ room }) => room.startedAt !== null,
};
const family: Requirement = {
  key: "family",
  section: "people",
  isThere: ({ people }) =>
    people.some((one) => came(one) && ["guardian", "guest", "mentor"].includes(one.part)),
};
const attempts: Requirement = {
  key: "attempts",
  section: "ending",
  isThere: (facts) => facts.attempts > 0,
};
const aGoal: Requirement = {
  key: "goal",
  section: "goals",
  isThere: ({ goals }) => goals.some(({ student, school }) => student && school),
};
const whyNotMet: Requirement = {
  key: "reason",
  section: "ending",
  isThere: ({ room }) => room.notMetBecause !== null,
};
const ofAMeeting = [started, ended, aGoal];

/** Where there was no test, saying why is as good as a sentence about it. */
const instead: Record<string, string> = {
  languageArtsNote: "languageArtsNotTested",
  mathNote: "mathNotTested",
};

/** What the school's form asks to be written when a meeting ended like this. */
const askedIn = ({ sections }: RecordForm, outcome: Outcome): Requirement[] =>
  sections.flatMap(({ key, fields }) =>
    fields
      .filter((field) => field.required.includes(outcome) && field.own?.kind !== "data")
      .map((field) => asksFor(field, key)),
  );

function asksFor({ name, own }: FormField, section: string): Requirement {
  const other = instead[name];
  const asked = needs(section, name, ...(other === undefined ? [] : [other]));
  return own?.by === "family" ? { ...asked, isInRoom: true } : asked;
}

const required: Record<Outcome, readonly Requirement[]> = {
  held: [...ofAMeeting, family],
  "held-without-family": [...ofAMeeting, attempts],
  stopped: [ended, needs("ending", "remains"), needs("ending", "continuesOn", "continuation")],
  "not-met": [ended, whyNotMet, attempts, needs("ending", "nextStep")],
};

const asMissing =
  ({ room: { householdKey } }: Facts) =>
  ({ key, section, field, isInRoom }: Requirement): MissingThing => ({
    key,
    section,
    field: field ?? null,
    part: field ? (isInRoom && householdKey !== "joint" ? householdKey : "core") : null,
  });

/** Things to plan for that have neither a support plan nor a reason for none. */
const unplanned = ({ fields, planned }: Facts): MissingThing[] =>
  fields
    .filter(isOpenNeed(planned))
    .map(({ field, part }) => ({ key: "plan", section: "plan", field, part }));

const isOpenNeed =
  (planned: Set<string>) =>
  ({ field, value }: FieldNow): boolean => {
    if (!field.startsWith("needs.") || value === null || typeof value !== "object") return false;
    return !planned.has(field.slice("needs.".length)) && !value["noneBecause"]?.trim();
  };
