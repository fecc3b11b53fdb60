import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { readAgenda, scaleAgenda } from "#server/seasons/agenda.ts";
import { gatherStage, type Evening, type Gathered } from "./gather-stage.ts";
import type { Stage } from "./presentation.contract.ts";
import { findOpenPresentation, listItems } from "./presentation.queries.ts";
import { undoUntil } from "./undo-presentation.ts";
import { listStageHangings, readConference, readOwnPortfolio, readParticipants } from "./stage.queries.ts";

/** What a conference shows: while it is being presented, exactly what was frozen; before, what would be. */
export async function readStage(db: Db, actor: Actor, conferenceId: string): Promise<Stage> {
  const conference = await readConference(db, actor, conferenceId);
  const minutes = Math.round((conference.endsAt.getTime() - conference.startsAt.getTime()) / 60_000);
  const [evening, running] = await Promise.all([
    describeEvening(db, actor, conferenceId),
    findOpenPresentation(db, actor, conferenceId),
  ]);
  const items = running
    ? await listShown(db, actor, running.id, evening)
    : await gatherStage(db, actor, evening);
  const { id, state, startsAt } = conference;
  return {
    ...whose(actor, conference),
    conference: { id, state, startsAt: startsAt.toISOString(), minutes },
    mayShowNumbers: evening.mayShowNumbers,
    agenda: agendaOf(conference.agenda, minutes),
    ...onScreen(items),
    presentation: running
      ? {
          id: running.id,
          number: running.number,
          startedAt: running.startedAt.toISOString(),
          undoUntil: undoUntil(running.startedAt).toISOString(),
        }
      : null,
    mayStart: state !== "ended" && state !== "cancelled",
  };
}

/** The same screen before a conference is arranged, to practise on. */
export async function readRehearsal(db: Db, actor: Actor, portfolioId: string): Promise<Stage> {
  const portfolio = await readOwnPortfolio(db, actor, portfolioId);
  const agenda = agendaOf(portfolio.agenda, portfolio.minutes);
  const { studentId, seasonId } = portfolio;
  const segments = agenda.map(({ key }) => key);
  const evening = { studentId, seasonId, segments, mayShowNumbers: true };
  return {
    ...whose(actor, portfolio),
    conference: null,
    mayShowNumbers: true,
    agenda,
    ...onScreen(await gatherStage(db, actor, evening)),
    presentation: null,
    mayStart: false,
  };
}

/** What is sent to the screen that everybody sees: a number that stays off it is not even sent. */
const onScreen = (items: Gathered[]): Pick<Stage, "items" | "keptBack"> => ({
  items: items.filter(({ onStage }) => onStage).map(({ onStage: _, ...item }) => item),
  keptBack: items.filter(({ onStage }) => !onStage).length,
});

/** Whose evening it is, and whose home's promises may stand on a screen that everybody in the room sees. */
export async function describeEvening(db: Db, actor: Actor, conferenceId: string): Promise<Evening> {
  const { studentId, seasonId, householdKey, agenda } = await readConference(db, actor, conferenceId);
  const { households, mayShowNumbers } = await readParticipants(db, actor, conferenceId);
  const present = householdKey === "joint" ? [...households] : [householdKey];
  // With two homes in the room, what each promised stays in its own annex.
  const home = present.length === 1 ? (present[0] ?? null) : null;
  const segments = readAgenda(agenda).segments.map(({ key }) => key);
  return { studentId, seasonId, segments, home, mayShowNumbers };
}

const agendaOf = (key: string, minutes: number): Stage["agenda"] =>
  scaleAgenda(readAgenda(key), minutes).segments.map((segment) => ({
    key: segment.key,
    minutes: segment.minutes,
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
  { studentId, seasonId, mayShowNumbers }: Evening,
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
