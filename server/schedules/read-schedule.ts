import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { listInvitablePeople } from "#server/people/list-invitable-people.ts";
import type { Schedule, ScheduleStudent } from "./schedule.contract.ts";
import { findLastPlace, listOpenSeasons, listStudents, readAdvisory } from "./schedule.queries.ts";

/** Everything an advisory's conferences are proposed from: for the season named, else for the current one. */
export async function readSchedule(
  db: Db,
  actor: Actor,
  { advisoryId, seasonId }: { advisoryId: string; seasonId: string | undefined },
): Promise<Schedule> {
  const advisory = await readAdvisory(db, actor, advisoryId);
  const seasons = await listOpenSeasons(db, actor, advisoryId);
  const season = seasons.find(({ id }) => id === seasonId) ?? seasons[0] ?? null;
  const place = (await findLastPlace(db, actor, advisoryId)) ?? null;
  const listed = await listStudents(db, actor, { advisoryId, seasonId: season?.id ?? null });
  const students: ScheduleStudent[] = [];
  // One after the other: thirty at once would take every connection for one page.
  for (const student of listed)
    students.push({ ...student, people: await listInvitablePeople(db, actor, student.id) });
  return { advisory, seasons, season, place, students };
}
