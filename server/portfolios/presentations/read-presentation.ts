import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { dayIn } from "#server/schools/calendar.ts";
import type { Presentation } from "./presentation.contract.ts";
import { listWithdrawn } from "../withdrawals/withdrawal.queries.ts";
import { listItems, readPresentationRow } from "./presentation.queries.ts";

/** What was shown, as this person may see it. */
export async function readPresentation(db: Db, actor: Actor, presentationId: string): Promise<Presentation> {
  const [row, items, withdrawn] = await Promise.all([
    readPresentationRow(db, actor, presentationId),
    listItems(db, actor, presentationId),
    listWithdrawn(db, actor, presentationId),
  ]);
  const { id, number, studentId, name, givenName, season, digest } = row;
  return {
    id,
    number,
    state: row.state as Presentation["state"],
    shownOn: dayIn(row.timeZone, row.startedAt),
    student: { id: studentId, name, givenName },
    season,
    digest: digest?.toString("hex") ?? null,
    items,
    withdrawn,
    hidden: row.hidden,
    mayWithdraw: row.mayWithdraw,
  };
}
