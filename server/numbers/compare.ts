import type { Actor } from "#server/access/actor.ts";
import { canonicalJson } from "#server/canonical.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { credits } from "./credits.ts";
import { studentFinder, type KnownStudent } from "./find-student.ts";
import { grades } from "./grades.ts";
import type { NumberKind, PastedNumbers, RowSeen } from "./numbers.contract.ts";
import {
  holdStudents,
  listWritableStudents,
  unsafeListKept,
  type Kept,
  type Values,
} from "./numbers.queries.ts";
import { readTable, type Refusal, type RowRead } from "./read-table.ts";
import { results } from "./results.ts";
import { isRefusal, type Key, type Way } from "./way.ts";

const ways: Record<NumberKind, Way> = { results, grades, credits };

/** A row that can be used: whose it is, what it is about, and what would stand afterwards. */
export interface Compared {
  readonly seen: RowSeen;
  readonly write?: {
    readonly student: KnownStudent;
    readonly key: Key;
    readonly kept: Kept | undefined;
    readonly values: Values;
  };
}

/** Holds a table against what stands; `hold` keeps its students still until the transaction ends. */
export async function compare(
  db: Db | Tx,
  actor: Actor,
  { kind, text }: PastedNumbers,
  hold?: Tx,
): Promise<{ rows: Compared[]; unknown: string[] }> {
  const { rows, unknown } = readTable(kind, text);
  const find = studentFinder(await listWritableStudents(db, actor));
  const found = rows.map((row) => ({ row, student: row.refusal ?? find(row.given) }));
  const ids = [
    ...new Set(found.flatMap(({ student }) => (isRefusal(student) ? [] : [student.personId]))),
  ].sort();
  if (hold) await holdStudents(hold, actor, ids);
  const way = ways[kind];
  const kept = new Map(
    (await unsafeListKept(db, actor, kind, ids)).map((each) => [
      keyOf(each.studentId, keyIn(kind, each)),
      each,
    ]),
  );
  const known = new Set<string>();
  return {
    unknown,
    rows: found.map(({ row, student }) => {
      if (isRefusal(student)) return refused(row, student);
      const key = way.key(row.given, actor);
      if (isRefusal(key)) return refused(row, key, student);
      const at = keyOf(student.personId, key);
      if (known.has(at)) return refused(row, { reason: "twice" }, student, key);
      known.add(at);
      const before = kept.get(at);
      const values = way.values(row.given, { actor, student, kept: before });
      if (isRefusal(values)) return refused(row, values, student, key);
      return understood(way, row, { student, key, kept: before, values });
    }),
  };
}

const keyFields: Record<NumberKind, readonly string[]> = {
  results: ["test", "area", "schoolYear", "window"],
  grades: ["course", "schoolYear"],
  credits: ["course", "schoolYear", "term"],
};

const keyIn = (kind: NumberKind, row: Kept): Key =>
  Object.fromEntries(keyFields[kind].map((field) => [field, row[field] ?? null]));

const keyOf = (studentId: string, key: Key): string => `${studentId} ${canonicalJson(key)}`;

function understood(way: Way, row: RowRead, write: NonNullable<Compared["write"]>): Compared {
  const { student, key, kept, values } = write;
  const changed = Object.keys(values).some((field) => values[field] !== (kept?.[field] ?? null));
  const shown = way.shown
    .map((field) => ({ field, old: kept?.[field] ?? null, new: values[field] ?? null }))
    .filter((value) => value.old !== value.new);
  const outcome = kept === undefined ? "add" : changed ? "change" : "same";
  const seen = { ...about(row, student, key), values: shown, outcome, ...noReason } as const;
  return outcome === "same" ? { seen } : { seen, write };
}

const noReason = { reason: null, column: null, cell: null };

function refused(
  row: RowRead,
  { reason, column, cell }: Refusal,
  student?: KnownStudent,
  key?: Key,
): Compared {
  const blame = { reason, column: column ?? null, cell: cell ?? null };
  return { seen: { ...about(row, student, key), outcome: "refused", values: [], ...blame } };
}

/** Whose row it is and of what, as far as that could be read. */
function about({ line, lines }: RowRead, student: KnownStudent | undefined, key: Key = {}) {
  const text = (field: string) => (typeof key[field] === "string" ? key[field] : null);
  return {
    ...{
      line,
      lines,
      student: student?.name ?? null,
      name: text("test") ?? text("course"),
      area: text("area"),
    },
    ...{ schoolYear: text("schoolYear"), term: text("window") ?? text("term") },
  };
}
