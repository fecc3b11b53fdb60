import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { compare, type Compared } from "./compare.ts";
import type { NumberKind, NumbersWritten, SeenNumbers } from "./numbers.contract.ts";
import { insertKept, updateKept, type Values } from "./numbers.queries.ts";
import { digestOfSeen } from "./see-numbers.ts";

/** Writes what was seen, and nothing else; the same table a second time finds everything there. */
export async function writeNumbers(tx: Tx, actor: Actor, given: SeenNumbers): Promise<NumbersWritten> {
  const { rows } = await compare(tx, actor, given, tx);
  const writes = rows.flatMap(({ write }) => (write ? [write] : []));
  if (writes.length === 0) return { added: 0, changed: 0 };
  if (digestOfSeen(given, rows) !== given.digest) throw new Refused("numbers-changed");
  for (const write of writes) await keep(tx, actor, given.kind, write);
  const added = writes.filter(({ kept }) => kept === undefined).length;
  return { added, changed: writes.length - added };
}

const auditKinds = { results: "result", grades: "grade", credits: "credit" } as const;

async function keep(
  tx: Tx,
  actor: Actor,
  kind: NumberKind,
  { student, key, kept, values }: NonNullable<Compared["write"]>,
): Promise<void> {
  const { districtId } = actor;
  const id = kept?.id ?? uuidv7();
  if (kept) await updateKept(tx, actor, kind, id, values);
  else {
    const { window, ...rest } = key;
    const named = window === undefined ? rest : { ...rest, testWindow: window };
    await insertKept(tx, kind, { districtId, id, studentId: student.personId, ...named, ...values });
  }
  const changed = Object.keys(values).filter((field) => values[field] !== (kept?.[field] ?? null));
  await noteChange(tx, actor, {
    ...{ kind: auditKinds[kind], studentId: student.personId, subjectId: id, field: auditKinds[kind] },
    subject: Object.values(key).join(", "),
    old: kept ? only(kept, changed) : null,
    new: only(values, changed),
  });
}

const only = (values: Values, fields: readonly string[]): Values =>
  Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
