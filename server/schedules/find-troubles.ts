import type { Actor } from "#server/access/actor.ts";
import { prepareConference } from "#server/conferences/arrange-conference.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound, Problem } from "#server/http/problems.ts";
import type { NewSchedule, Trouble } from "./schedule.contract.ts";
import { listStudents, readAdvisory } from "./schedule.queries.ts";
import { listTroubles, type AskedRow } from "./trouble.queries.ts";

/** What an advisory's conferences would be, and what is wrong with those that cannot be. */
export interface Prepared {
  readonly rows: readonly AskedRow[];
  readonly troubles: readonly Trouble[];
}

/** Names what stands in the way, row by row; stores nothing. */
export async function findTroubles(
  tx: Tx,
  actor: Actor,
  advisoryId: string,
  { seasonId, rows }: NewSchedule,
): Promise<Trouble[]> {
  // A guest typed in becomes a person when she is given a seat, and nobody else has asked for her yet.
  const withoutGuests = rows.map((row) => ({
    ...row,
    participants: row.participants.filter(({ part }) => part !== "guest"),
  }));
  const prepared = await prepareRows(tx, actor, advisoryId, { seasonId, rows: withoutGuests });
  return inOrder([...prepared.troubles, ...(await listTroubles(tx, actor, prepared.rows))]);
}

/** Prepares every row as a conference of its own; a row that cannot be one says why. */
export async function prepareRows(
  tx: Tx,
  actor: Actor,
  advisoryId: string,
  { seasonId, rows }: NewSchedule,
): Promise<Prepared> {
  await readAdvisory(tx, actor, advisoryId);
  const members = new Set((await listStudents(tx, actor, { advisoryId, seasonId })).map(({ id }) => id));
  const prepared: AskedRow[] = [];
  const troubles: Trouble[] = [];
  for (const [row, given] of rows.entries()) {
    if (!members.has(given.studentId)) throw new NotFound("student");
    try {
      prepared.push({ row, ...(await prepareConference(tx, actor, { ...given, seasonId })) });
    } catch (problem) {
      if (!(problem instanceof Problem) || concernsAll(problem)) throw problem;
      troubles.push(troubleOf(row, problem.code));
    }
  }
  return { rows: prepared, troubles };
}

/** The season is every row's: what is wrong with it is said once. */
const concernsAll = ({ status, code }: Problem): boolean => status === 404 || code === "season-not-open";

/** A row's trouble of which there is no more to say than its code. */
export const troubleOf = (row: number, code: string): Trouble => ({
  row,
  code,
  who: null,
  startsAt: null,
  student: null,
  place: null,
});

/** A room can be shared; whatever else is wrong has to be mended first. */
export const stops = ({ code }: Trouble): boolean => code !== "place-shared";

/** Row by row. */
export const inOrder = (troubles: readonly Trouble[]): Trouble[] =>
  [...troubles].sort((one, other) => one.row - other.row);
