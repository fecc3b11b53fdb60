import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused, Stale } from "#server/http/problems.ts";
import { consentsFor } from "./mentor.access.ts";
import type { ConsentChange } from "./mentor.contract.ts";
import { changeMentorship, lockMentorship, type Pair } from "./mentorship.queries.ts";

/** A family, or the student at 18, lets a mentor see numbers or have a copy of the record, or no longer. */
export async function changeConsent(
  tx: Tx,
  actor: Actor,
  pair: Pair,
  { field, base, value }: ConsentChange,
): Promise<void> {
  const mentorship = await lockMentorship(
    tx,
    actor,
    pair,
    consentsFor(actor, sql.ref("mentorship.studentId")),
  );
  const current = mentorship[`${field}ConsentAt`] !== null;
  if (current === value) return;
  if (current !== base) throw new Stale(current, field);
  if (value && mentorship.isMinor) throw new Refused("minor-mentor");
  await changeMentorship(tx, actor, pair, {
    [`${field}ConsentAt`]: value ? actor.now : null,
    [`${field}ConsentBy`]: value ? actor.personId : null,
  });
}
