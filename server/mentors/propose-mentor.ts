import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { proposalWithdrawableBy } from "./mentor.access.ts";
import type { NewProposal } from "./mentor.contract.ts";
import { countOpenProposals, insertProposal, lockProposal, settleProposal } from "./mentorship.queries.ts";
import { tellAdvisers } from "./tell-about-mentor.ts";

const openAtOnce = 10;

/** The student asks for somebody at her side. Whoever it is, she hears the same: her adviser will answer. */
export async function proposeMentor(
  tx: Tx,
  actor: Actor,
  studentId: string,
  proposal: NewProposal,
): Promise<string> {
  if ((await countOpenProposals(tx, actor, studentId)) >= openAtOnce) throw new Refused("enough-proposals");
  const id = uuidv7();
  const name = proposal.name.trim();
  await insertProposal(tx, actor, { ...proposal, name, id, studentId });
  await tellAdvisers(tx, actor, { studentId, mentor: name, occasion: `mentor-proposed ${id}` });
  return id;
}

/** She takes back a wish that nobody has answered. */
export async function withdrawProposal(tx: Tx, actor: Actor, proposalId: string): Promise<void> {
  const { state } = await lockProposal(tx, actor, proposalId, proposalWithdrawableBy(actor));
  if (state !== "proposed") throw new Refused("proposal-answered");
  await settleProposal(tx, actor, proposalId, { state: "withdrawn" });
}
