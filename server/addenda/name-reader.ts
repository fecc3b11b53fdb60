import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { deleteReader, insertReader, listAddendumReaders, lockForAddendum } from "./addendum.queries.ts";

interface Who {
  readonly recordId: string;
  readonly personId: string;
}

/** Lets one of the student's case managers or counsellors read the addendum. */
export async function nameReader(tx: Tx, actor: Actor, { recordId, personId }: Who): Promise<void> {
  await lockForAddendum(tx, actor, recordId);
  const candidates = await listAddendumReaders(tx, actor, recordId);
  if (!candidates.some((one) => one.personId === personId)) throw new NotFound("person");
  await insertReader(tx, actor, recordId, personId);
}

/** From now on she no longer reads it. */
export async function unnameReader(tx: Tx, actor: Actor, { recordId, personId }: Who): Promise<void> {
  await lockForAddendum(tx, actor, recordId);
  if (!(await deleteReader(tx, actor, recordId, personId))) throw new NotFound("person");
}
