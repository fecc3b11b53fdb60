import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { proposesMentorsOf } from "./mentor.access.ts";
import { giveItem, lockMentorship, takeItem, type Pair } from "./mentorship.queries.ts";

const hers = (actor: Actor) => proposesMentorsOf(actor, sql.ref("mentorship.studentId"));

/** The student opens one thing she showed to a mentor, until the mentorship expires. */
export async function openItem(tx: Tx, actor: Actor, pair: Pair, itemId: string): Promise<void> {
  await lockMentorship(tx, actor, pair, hers(actor));
  if (!(await giveItem(tx, actor, pair, itemId))) throw new NotFound("piece");
}

/** She closes it again. */
export async function closeItem(tx: Tx, actor: Actor, pair: Pair, itemId: string): Promise<void> {
  await lockMentorship(tx, actor, pair, hers(actor));
  if (!(await takeItem(tx, actor, pair, itemId))) throw new NotFound("piece");
}
