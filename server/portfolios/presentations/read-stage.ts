import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { dayIn } from "#server/schools/calendar.ts";
import { scaleAgenda } from "#server/seasons/agenda.ts";
import { agendaWith, sectionKeys, type StageSegment } from "../sections/own-sections.ts";
import { listOwnSections } from "../sections/section.queries.ts";
import { gatherStage, type Evening, type Gathered } from "./gather-stage.ts";
import type { Stage } from "./presentation.contract.ts";
import { findEarlierPresentation, listItems } from "./presentation.queries.ts";
import { undoUntil } from "./undo-presentation.ts";
import { listStageHangings, readConference, readOwnPortfolio, readParticipants } from "./stage.queries.ts";

/** What a conference shows: while it is being presented, exactly what was frozen; before, what would be. */
export async function readStage(db: Db, actor: Actor, conferenceId: string): Promise<Stage> {
  const conference = await readConference(db, actor, conferenceId);
  const minutes = Math.round((conference.endsAt.getTime() - conference.startsAt.getTime()) / 60_000);
  const [evening, last] = await Promise.all([
    describeEvening(db, actor, conferenceId),
    findEarlierPresentation(db, actor, conferenceId),
  ]);
  const { zone } = evening;
  // What was left open on another day is over: today goes on as the next presentation.
  const isOpen = last?.state === "open" && last.conferenceId === conferenceId;
  const running = isOpen && !isOfEarlierDay(last.startedAt, zone, actor.now) ? last : undefined;
  const items = running
    ? await listShown(db, actor, running.id, evening)
    : await gatherStage(db, actor, evening);
  const { id, state, startsAt } = conference;
  return {
    ...whose(actor, conference),
    conference: { id, state, startsAt: startsAt.toISOString(), minutes },
    mayShowNumbers: evening.mayShowNumbers,
    agenda: agendaOf(evening.agenda, minutes),
    ...onScreen(items),
    presentation: running
      ? {
          id: running.id,
          number: running.number,
          startedAt: running.startedAt.toISOString(),
          undoUntil: undoUntil(running.startedAt).toISOString(),
        }
      : null,
    begunOn: last && !running ? dayIn(zone, last.startedAt) : null,
    mayStart: state !== "ended" && state !== "cancelled",
  };
}

/** The same screen before a conference is arranged, to practise on. */
export async function readRehearsal(db: Db, actor: Actor, portfolioId: string): Promise<Stage> {
  const portfolio = await readOwnPortfolio(db, actor, portfolioId);
  const { agenda, evening } = await describeRehearsal(db, actor, portfolio);
  return {
    ...whose(actor, portfolio),
    conference: null,
    mayShowNumbers: true,
    agenda: agendaOf(agenda, portfolio.minutes),
    ...onScreen(await gatherStage(db, actor, evening)),
    presentation: null,
    begunOn: null,
    mayStart: false,
  };
}

/** What is sent to the screen that everybody sees: a number that stays off it is not even sent. */
const onScreen = (items: Gathered[]): Pick<Stage, "items" | "keptBack"> => ({
  items: items.filter(({ onStage }) => onStage).map(({ onStage: _, ...item }) => item),
  keptBack: items.filter(({ onStage }) => !onStage).length,
});

/** The evening of a student who has no conference yet. */
export async function describeRehearsal(
  db: Db,
  actor: Actor,
  { studentId, seasonId, agenda: key }: { studentId: string; seasonId: string; agenda: string },
): Promise<{ agenda: StageAgenda; evening: Evening }> {
  const agenda = agendaWith(key, await listOwnSections(db, actor, { studentId, seasonId }));
  return { agenda, evening: { studentId, seasonId, ...partsOf(agenda), mayShowNumbers: true } };
}

/** Whose evening it is, and whose home's promises may stand on a screen that everybody in the room sees. */
export async function describeEvening(
  db: Db,
  actor: Actor,
  conferenceId: string,
): Promise<ConferenceEvening> {
  const { studentId, seasonId, householdKey, zone, ...conference } = await readConference(
    db,
    actor,
    conferenceId,
  );
  const { households, mayShowNumbers } = await readParticipants(db, actor, conferenceId);
  const present = householdKey === "joint" ? [...households] : [householdKey];
  // With two homes in the room, what each promised stays in its own annex.
  const home = present.length === 1 ? (present[0] ?? null) : null;
  const agenda = agendaWith(conference.agenda, await listOwnSections(db, actor, { studentId, seasonId }));
  return { studentId, seasonId, ...partsOf(agenda), home, mayShowNumbers, agenda, zone };
}

interface ConferenceEvening extends Evening {
  readonly agenda: StageAgenda;
  readonly zone: string;
}
type StageAgenda = ReturnType<typeof agendaWith>;

/** Whether an instant lies on a day at the school before today. */
export const isOfEarlierDay = (startedAt: Date, zone: string, now: Date): boolean =>
  dayIn(zone, startedAt) < dayIn(zone, now);

const partsOf = (agenda: StageAgenda): Pick<Evening, "segments" | "sections" | "names"> => ({
  segments: agenda.segments.map(({ key }) => key),
  sections: sectionKeys(agenda),
  names: Object.fromEntries(
    agenda.segments.flatMap(({ key, name }) => (name === undefined ? [] : [[key, name]])),
  ),
});

const agendaOf = (agenda: StageAgenda, minutes: number): Stage["agenda"] =>
  scaleAgenda(agenda, minutes).segments.map(({ key, minutes: each, name }: StageSegment) => ({
    key,
    minutes: each,
    ...(name === undefined ? {} : { name }),
  }));

const whose = (
  actor: Actor,
  { studentId, name, givenName }: { studentId: string; name: string; givenName: string },
): Pick<Stage, "student" | "isOwn"> => ({
  student: { id: studentId, name, givenName },
  isOwn: actor.personId === studentId,
});

/** The frozen things with the notes of the wall beside them, for the student alone. */
async function listShown(
  db: Db,
  actor: Actor,
  presentationId: string,
  { studentId, seasonId, mayShowNumbers }: Pick<Evening, "studentId" | "seasonId" | "mayShowNumbers">,
): Promise<Gathered[]> {
  const [items, hangings] = await Promise.all([
    listItems(db, actor, presentationId),
    listStageHangings(db, actor, studentId, seasonId),
  ]);
  return items.map(({ position: _, ...kept }) => {
    // Whoever joined the room meanwhile counts as well.
    const item = { ...kept, onStage: kept.onStage && (mayShowNumbers || kept.audience === "all") };
    const note = hangings.find(({ workSampleId }) => workSampleId === item.workSampleId)?.privateNote;
    return note === null || note === undefined ? item : { ...item, note };
  });
}
