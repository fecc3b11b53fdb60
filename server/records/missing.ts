import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { FieldNow, Missing, MissingThing, Outcome } from "./record.contract.ts";
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
  const missing = [...required[outcome]].filter((thing) => !thing.isThere(facts)).map(asMissing);
  if (outcome === "held" || outcome === "held-without-family") missing.push(...unplanned(facts));
  const order = (thing: MissingThing) => sections.indexOf(thing.section);
  return { outcome, missing: missing.sort((one, other) => order(one) - order(other)) };
}

/** The sections of the record in ui.md's order; a missing thing names the one to go to. */
const sections = "people proud strengths promises results family plan goals next ending".split(" ");

interface Facts {
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
const ofAMeeting = [
  started,
  ended,
  needs("strengths", "adviserStrengths"),
  needs("results", "languageArtsNote", "languageArtsNotTested"),
  needs("results", "mathNote", "mathNotTested"),
  aGoal,
  needs("next", "nextCheckIn"),
];

const required: Record<Outcome, readonly Requirement[]> = {
  held: [...ofAMeeting, family],
  "held-without-family": [...ofAMeeting, attempts],
  stopped: [ended, needs("ending", "remains"), needs("ending", "continuesOn", "continuation")],
  "not-met": [ended, whyNotMet, attempts, needs("ending", "nextStep")],
};

const asMissing = ({ key, section, field }: Requirement): MissingThing => ({
  key,
  section,
  field: field ?? null,
  part: field ? "core" : null,
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
