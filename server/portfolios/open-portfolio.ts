import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { scaleAgenda } from "#server/seasons/agenda.ts";
import type { HungPiece, Portfolio, PortfolioPage } from "./portfolio.contract.ts";
import {
  findConference,
  findOpenSeason,
  findPortfolio,
  insertPortfolio,
  listHangings,
} from "./portfolio.queries.ts";
import { listPieces } from "./piece.queries.ts";
import { readParticipants } from "./presentations/stage.queries.ts";
import { agendaWith, keyOf, sectionKeys, sectionOf, type OwnSection } from "./sections/own-sections.ts";
import { listOwnSections } from "./sections/section.queries.ts";
import { listStageThings } from "./stage-choices/list-stage-things.ts";

const thumbnailLetters = 1_200;
const required = 1;

/** The portfolio of the open season; the student's first look makes it. */
export async function openPortfolio(db: Db, actor: Actor, studentId: string): Promise<PortfolioPage> {
  const { name, givenName, ...open } = await findOpenSeason(db, actor, studentId);
  const student = { id: studentId, name, givenName };
  const { id, seasonName, startsOn, endsOn, agenda, minutes, state } = open;
  if (id === null || seasonName === null || startsOn === null || endsOn === null)
    return { student, season: null, portfolio: null, conference: null };
  const [found, conference, own] = await Promise.all([
    findOrMake(db, actor, studentId, id),
    findConference(db, actor, studentId, id),
    listOwnSections(db, actor, { studentId, seasonId: id }),
  ]);
  const people = conference && (await readParticipants(db, actor, conference.id));
  const length = conference ? minutesOf(conference) : (minutes ?? 30);
  return {
    student,
    season: { id, name: seasonName, startsOn, endsOn, isFrozen: state === "frozen" },
    portfolio: found
      ? {
          ...(await describe(db, actor, found, { agendaKey: agenda ?? "default", minutes: length, own })),
          things: await listStageThings(db, actor, { studentId, seasonId: id }),
        }
      : null,
    conference:
      conference && people
        ? {
            id: conference.id,
            startsAt: conference.startsAt.toISOString(),
            minutes: length,
            mayShowNumbers: people.mayShowNumbers,
          }
        : null,
  };
}

const minutesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

async function findOrMake(db: Db, actor: Actor, studentId: string, seasonId: string) {
  const found = await findPortfolio(db, actor, studentId, seasonId);
  if (found || actor.personId !== studentId) return found;
  await db.transaction().execute((tx) => insertPortfolio(tx, actor, seasonId));
  return await findPortfolio(db, actor, studentId, seasonId);
}

async function describe(
  db: Db,
  actor: Actor,
  { id, mayEdit }: { id: string; mayEdit: boolean },
  { agendaKey, minutes, own }: { agendaKey: string; minutes: number; own: readonly OwnSection[] },
): Promise<Omit<Portfolio, "things">> {
  const agenda = scaleAgenda(agendaWith(agendaKey, own), minutes);
  const sections = sectionKeys(agenda);
  const hung = await listHung(db, actor, id, sections);
  const ownOf = (key: string) => own.find((section) => keyOf(section) === key);
  return {
    id,
    mayEdit,
    agenda: agenda.segments.map(({ key, minutes: each }) => {
      const name = ownOf(key)?.name;
      return { key, minutes: each, ...(name === undefined ? {} : { name }) };
    }),
    sections: agenda.segments
      .filter(({ key }) => sections.includes(key))
      .map(({ key, minutes: each }) => ({
        key,
        own: ownOf(key) ?? null,
        minutes: each,
        required: ownOf(key) ? 0 : required,
        items: hung.filter(({ piece }) => piece.segment === key),
      })),
  };
}

/** What hangs and may be seen; a piece put away since no longer does. */
async function listHung(
  db: Db,
  actor: Actor,
  portfolioId: string,
  sections: readonly string[],
): Promise<HungPiece[]> {
  const hangings = await listHangings(db, actor, portfolioId);
  const pieces = await listPieces(
    db,
    actor,
    hangings.map(({ workSampleId }) => workSampleId),
    { letters: thumbnailLetters },
  );
  return hangings.flatMap(({ id, section, workSampleId, prompt, privateNote }) => {
    const found = pieces.find((piece) => piece.id === workSampleId);
    if (!found) return [];
    const { id: _, ...piece } = found;
    const segment = sectionOf(section, sections);
    const shown = { schemaVersion: 1, kind: "work", segment, ...piece } as const;
    return [{ id, workSampleId, prompt, ...(privateNote === null ? {} : { privateNote }), piece: shown }];
  });
}
