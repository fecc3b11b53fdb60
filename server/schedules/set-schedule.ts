import type { Actor } from "#server/access/actor.ts";
import { peopleOf, putOnCalendar } from "#server/conferences/arrange-conference.ts";
import type { Tx } from "#server/database/connect.ts";
import { Problem, problemOfDatabase } from "#server/http/problems.ts";
import { holdPeople } from "#server/people/hold-people.ts";
import { inOrder, prepareRows, stops, troubleOf } from "./find-troubles.ts";
import type { NewSchedule, Trouble } from "./schedule.contract.ts";
import { listTroubles, type AskedRow } from "./trouble.queries.ts";

/** Sets the conferences of an advisory, all of them or none; their ids in the order they were asked for. */
export async function setSchedule(
  tx: Tx,
  actor: Actor,
  advisoryId: string,
  given: NewSchedule,
): Promise<string[]> {
  const { rows, troubles } = await prepareRows(tx, actor, advisoryId, given);
  // Held together and in one order, before anything is looked at: nobody books them in between, nobody waits in a circle.
  await holdPeople(tx, actor, rows.flatMap(peopleOf));
  const inTheWay = (await listTroubles(tx, actor, rows)).filter(stops);
  if (troubles.length + inTheWay.length > 0) throw new RowsRefused([...troubles, ...inTheWay]);
  const byStudent = [...rows].sort((a, b) => (a.conference.studentId < b.conference.studentId ? -1 : 1));
  for (const row of byStudent) await put(tx, actor, row);
  return rows.map(({ conference }) => conference.id);
}

/** Some rows cannot be as asked, so that none was stored; `current` says which and why. */
class RowsRefused extends Problem {
  constructor(troubles: readonly Trouble[]) {
    super(409, "rows-refused", "Some of these times do not work. Nothing was set yet.", {
      current: inOrder(troubles),
    });
  }
}

/** The database has the last word; what it refuses is said of the row it refused. */
async function put(tx: Tx, actor: Actor, { row, ...prepared }: AskedRow): Promise<void> {
  try {
    await putOnCalendar(tx, actor, prepared);
  } catch (error) {
    const problem = problemOfDatabase(error);
    if (problem === undefined || problem.code === "try-again") throw error;
    throw new RowsRefused([troubleOf(row, problem.code)]);
  }
}
