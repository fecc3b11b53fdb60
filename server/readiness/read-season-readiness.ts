import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { isReady, readinessFrom } from "./readiness-marks.ts";
import { listCreditFlags } from "#server/transcripts/list-credit-flags.ts";
import type { ReadyQuery, ReadyStudent, SeasonReadiness } from "./readiness.contract.ts";
import { listSeasonRows, readZone, type SeasonRow } from "./season-readiness.queries.ts";

const aPage = 100;

type Marked = Omit<ReadyStudent, "flag">;

/** Who is ready for a season: counted over everybody this person may list, told a page at a time. */
export async function readSeasonReadiness(
  db: Db,
  actor: Actor,
  seasonId: string,
  query: ReadyQuery,
): Promise<SeasonReadiness> {
  const [rows, zone] = await Promise.all([
    listSeasonRows(db, actor, seasonId),
    readZone(db, actor, seasonId),
  ]);
  const all = rows.map(withMarks);
  const found = all.filter((student) => isAskedFor(student, query));
  const first = query.after === undefined ? 0 : found.findIndex(({ id }) => id === query.after) + 1;
  const shown = found.slice(first, first + aPage);
  const flags = await listCreditFlags(
    db,
    actor,
    shown.map(({ id }) => id),
  );
  const list = shown.map((student) => ({ ...student, flag: flags.get(student.id) ?? null }));
  return {
    zone,
    ...count(all),
    advisories: groupBy(all, ({ advisoryId }) => advisoryId).map(([id, students]) => ({
      id,
      name: students[0]?.advisoryName ?? "",
      ...count(students),
    })),
    grades: groupBy(all, ({ grade }) => grade)
      .sort(([a], [b]) => a - b)
      .map(([grade, students]) => ({ grade, ...count(students) })),
    found: found.length,
    list,
    next: first + aPage < found.length ? (list.at(-1)?.id ?? null) : null,
  };
}

function withMarks(row: SeasonRow): Marked {
  const { id, name, ownScriptName, grade, advisoryId, advisoryName, conferences } = row;
  const readiness = readinessFrom(row);
  return {
    ...{ id, name, ownScriptName, grade, advisoryId, advisoryName, conferences },
    readiness,
    isReady: isReady(readiness),
  };
}

const isAskedFor = (student: Marked, { advisory, grade, only }: ReadyQuery): boolean =>
  (advisory === undefined || student.advisoryId === advisory) &&
  (grade === undefined || student.grade === Number(grade)) &&
  (only !== "not-ready" || !student.isReady) &&
  (only !== "no-time" || student.conferences.length === 0);

const count = (students: readonly Marked[]) => ({
  students: students.length,
  ready: students.filter((student) => student.isReady).length,
  withTime: students.filter(({ conferences }) => conferences.length > 0).length,
});

function groupBy<K>(students: readonly Marked[], keyOf: (student: Marked) => K | null) {
  const groups = new Map<K, Marked[]>();
  for (const student of students) {
    const key = keyOf(student);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), student]);
  }
  return [...groups];
}
