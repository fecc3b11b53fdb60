import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { noteChange } from "#server/audit/note-change.ts";
import { Invalid, Refused } from "#server/http/problems.ts";
import { changeParticipant } from "#server/participants/change-participant.ts";
import { addGuest } from "#server/people/add-guest.ts";
import { instantOfLocalTime } from "#server/schools/local-time.ts";
import { standingOf } from "./may-not-come.ts";
import { proposalAnswerableBy } from "./mentor.access.ts";
import type { ProposalAnswer } from "./mentor.contract.ts";
import { unsafeListBarred } from "./mentor.queries.ts";
import {
  findByAddress,
  lockProposal,
  putMentorship,
  readSchoolOf,
  settleProposal,
} from "./mentorship.queries.ts";
import { inviteMentor, tellAnswer, tellFamily } from "./tell-about-mentor.ts";

type Proposal = Awaited<ReturnType<typeof lockProposal>>;

/** The adviser says yes or no. With yes the mentor is invited and the family told; somebody who may not come stays out. */
export async function answerProposal(
  tx: Tx,
  actor: Actor,
  proposalId: string,
  given: ProposalAnswer,
): Promise<void> {
  const proposal = await lockProposal(tx, actor, proposalId, proposalAnswerableBy(actor));
  if (proposal.state !== "proposed") throw new Refused("proposal-answered");
  const { studentId, name: mentor } = proposal;
  const { answer, word } = given;
  const mentorId = answer === "approved" ? await approve(tx, actor, proposal, given) : undefined;
  await settleProposal(tx, actor, proposalId, {
    state: answer,
    answer: word,
    ...(mentorId === undefined ? {} : { mentorId }),
  });
  await tellAnswer(tx, actor, { studentId, mentor, occasion: `mentor-answered ${proposalId}` });
}

async function approve(tx: Tx, actor: Actor, proposal: Proposal, given: ProposalAnswer): Promise<string> {
  const { studentId, name, email, line } = proposal;
  if (standingOf(proposal, await unsafeListBarred(tx, actor, studentId)) === "barred")
    throw new Refused("mentor-barred");
  const known = email === null ? undefined : await findByAddress(tx, actor, { studentId, email });
  if (known?.isFamily) throw new Refused("mentor-is-family");
  const mentorId = known?.personId ?? uuidv7();
  if (!known) await addGuest(tx, actor, { personId: mentorId, name, email, language: proposal.language });
  const expiresAt = await lastMoment(tx, actor, studentId, given.untilOn);
  const isMinor = given.isMinor || (known?.isMinor ?? false);
  await putMentorship(tx, actor, { studentId, mentorId }, { line, isMinor, expiresAt });
  await noteChange(tx, actor, {
    kind: "mentor",
    studentId,
    subjectId: mentorId,
    subject: name,
    field: "mayLookUntil",
    old: null,
    new: expiresAt.toISOString(),
  });
  await tellFamily(tx, actor, { studentId, mentor: name, occasion: `mentor-approved ${proposal.id}` });
  if (email !== null)
    await inviteMentor(tx, actor, {
      studentId,
      mentorId,
      address: email,
      occasion: `mentor-invited ${proposal.id}`,
    });
  if (given.conferenceId !== null)
    await changeParticipant(
      tx,
      actor,
      { conferenceId: given.conferenceId, personId: mentorId },
      { part: "mentor" },
    );
  return mentorId;
}

const longest = 400 * 86_400_000;

/** The end of the last day at the school's clocks: the one chosen, else the season's, else the school year's. */
async function lastMoment(tx: Tx, actor: Actor, studentId: string, untilOn: string | null): Promise<Date> {
  const { zone, seasonEndsOn, yearEndsOn } = await readSchoolOf(tx, actor, studentId);
  const day = untilOn ?? seasonEndsOn ?? yearEndsOn ?? actor.today;
  const end = instantOfLocalTime(zone, `${day}T23:59`);
  if (end === null || end <= actor.now || end.getTime() > actor.now.getTime() + longest)
    throw new Invalid("untilOn", "Choose a day from today on, within a year.", "mentor-until");
  return end;
}
