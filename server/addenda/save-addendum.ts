import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Stale } from "#server/http/problems.ts";
import type { AddendumSaving } from "./addendum.contract.ts";
import { lockForAddendum, putAddendum, readAddendum } from "./addendum.queries.ts";

/** Saves what staff noted; another base is told what stands there. */
export async function saveAddendum(
  tx: Tx,
  actor: Actor,
  recordId: string,
  { base, value, language }: AddendumSaving,
): Promise<void> {
  await lockForAddendum(tx, actor, recordId);
  const { body } = await readAddendum(tx, actor, recordId);
  if (body !== base && body !== value) throw new Stale(body, "body");
  await putAddendum(tx, actor, recordId, { body: value, language });
}
