import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Refused, Stale } from "#server/http/problems.ts";
import type { GoalRevision } from "./goal.contract.ts";
import {
  insertWording,
  isOwn,
  lockGoal,
  rewriteGoal,
  wasWordingKeptSince,
  type GoalRow,
} from "./goal.queries.ts";

const lookingBack: readonly string[] = ["outcome", "outcomeNote", "workSampleId"];
const sittingMs = 10 * 60_000;

/** Changes one field of a goal; a new wording keeps the earlier one. */
export async function reviseGoal(
  tx: Tx,
  actor: Actor,
  goalId: string,
  revision: GoalRevision,
): Promise<void> {
  const goal = await lockGoal(tx, actor, goalId);
  refuseWhatIsOver(goal, revision);
  const current = goal[revision.field];
  if (current === revision.value) return;
  if (current !== revision.base) throw new Stale(current, revision.field); // somebody was faster
  if (revision.field === "workSampleId") await checkPiece(tx, actor, goal, revision.value);
  if (revision.field === "about") await checkAbout(tx, actor, goal, revision.value);
  if (revision.field === "wording") await keepWording(tx, actor, goal);
  await rewriteGoal(tx, actor, goalId, revision);
}

function refuseWhatIsOver(goal: GoalRow, { field }: GoalRevision): void {
  if (goal.state === "carried" || goal.state === "closed")
    throw new Refused("goal-closed", "This goal is closed. Set a new one instead.");
  if (lookingBack.includes(field) && goal.state === "draft")
    throw new Refused("goal-not-agreed", "A goal is looked back on after it was agreed.");
  if (!lookingBack.includes(field) && goal.state === "looked-back")
    throw new Refused("goal-looked-back", "You looked back on this goal. It stays as it was agreed.");
}

/** Autosave comes every second: one sitting of one person keeps one earlier wording, the one it began with. */
async function keepWording(tx: Tx, actor: Actor, goal: GoalRow): Promise<void> {
  if (goal.wording.trim() === "") return;
  const sittingBegan = new Date(actor.now.getTime() - sittingMs);
  if (await wasWordingKeptSince(tx, actor, goal.id, sittingBegan)) return;
  await insertWording(tx, actor, goal.id, goal.wording);
}

async function checkPiece(tx: Tx, actor: Actor, { studentId }: GoalRow, id: string | null): Promise<void> {
  if (id === null || (await isOwn(tx, actor, "workSample", { studentId, id }))) return;
  throw new Invalid("workSampleId", "Choose a piece of the student’s own work.");
}

async function checkAbout(tx: Tx, actor: Actor, { studentId }: GoalRow, about: string | null): Promise<void> {
  if (about === null) return;
  const [kind, id = ""] = about.split(":");
  const table = kind === "piece" ? "workSample" : "assessmentResult";
  if (await isOwn(tx, actor, table, { studentId, id })) return;
  throw new Invalid("about", "Choose a piece or a result of the student’s own.");
}
