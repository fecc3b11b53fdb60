import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { standingOf } from "./may-not-come.ts";
import type { MentorsOf } from "./mentor.contract.ts";
import { listMentors, listProposals, readHead, unsafeListBarred } from "./mentor.queries.ts";

/** Everybody at a student's side; only who answers for the school learns that somebody may not come. */
export async function readMentors(db: Db, actor: Actor, studentId: string): Promise<MentorsOf> {
  const head = await readHead(db, actor, studentId);
  const [proposals, mentors, barred] = await Promise.all([
    listProposals(db, actor, studentId),
    listMentors(db, actor, studentId),
    head.mayAnswer ? unsafeListBarred(db, actor, studentId) : [],
  ]);
  return {
    ...head,
    proposals: proposals.map((proposal) => ({
      ...proposal,
      standing: head.mayAnswer && proposal.state === "proposed" ? standingOf(proposal, barred) : null,
    })),
    mentors,
  };
}
