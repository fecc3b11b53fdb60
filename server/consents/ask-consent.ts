import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { keepRequest } from "./consent.queries.ts";
import { tellRequest } from "./tell-of-age.ts";

/** A guardian whose rights passed asks the student to let her in again; the student finds it on her page. */
export async function askConsent(tx: Tx, actor: Actor, studentId: string): Promise<void> {
  if (!(await keepRequest(tx, actor, studentId))) throw new NotFound("student");
  await tellRequest(tx, actor, studentId);
}
