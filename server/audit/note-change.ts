import { isDeepStrictEqual } from "node:util";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import type { ChangeKind } from "./audit.contract.ts";

/** What a member of staff changed. */
export interface ChangeMade {
  readonly kind: ChangeKind;
  /** Whose data it is; null for what belongs to no student. */
  readonly studentId: string | null;
  /** The person or row it concerns. */
  readonly subjectId?: string;
  /** How people call that: a name, “MAP Growth, Math, fall 2026”. */
  readonly subject: string;
  readonly field: string;
  /** Null where there was nothing before, or nothing is left. */
  readonly old: unknown;
  readonly new: unknown;
}

/** Keeps one change with both values, in the transaction that makes it; the same value twice is no change. */
export async function noteChange(
  tx: Tx,
  actor: Actor,
  { kind, studentId, subjectId, subject, field, ...values }: ChangeMade,
): Promise<void> {
  if (isDeepStrictEqual(values.old, values.new)) return;
  await insertChange(tx, actor, { kind, studentId, subjectId, subject, field }, values);
}

/** Keeps that a secret, such as a password, was set: neither value is written down. */
export const noteSecretSet = (tx: Tx, actor: Actor, change: Omit<ChangeMade, "old" | "new">): Promise<void> =>
  insertChange(tx, actor, change, { old: null, new: null });

async function insertChange(
  tx: Tx,
  { districtId, personId, now }: Actor,
  {
    subjectId = null,
    ...change
  }: Omit<ChangeMade, "old" | "new" | "subjectId"> & { subjectId?: string | null | undefined },
  values: { old: unknown; new: unknown },
): Promise<void> {
  await tx
    .insertInto("changeAudit")
    .values({
      districtId,
      id: uuidv7(),
      changedBy: personId,
      changedAt: now,
      ...change,
      subjectId,
      oldValue: asJson(values.old),
      newValue: asJson(values.new),
    })
    .execute();
}

const asJson = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);
