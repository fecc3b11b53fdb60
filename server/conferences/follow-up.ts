import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { seatAgain } from "#server/participants/seat-again.ts";
import { arrangeConference } from "./arrange-conference.ts";
import type { FollowUp } from "./conference.contract.ts";
import { continueConference } from "./continue-conference.ts";
import { minutesOf } from "./conference-time.ts";
import { lockArrangeableConference, type LockedConference } from "./conference.queries.ts";

/**
 * Plans another day for a conference: one that did not happen is set anew, one that was stopped goes on with its record;
 * the same people, as far as they may still come.
 */
export async function followUpConference(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  followUp: FollowUp,
): Promise<string> {
  const before = await lockArrangeableConference(tx, actor, conferenceId);
  if (before.outcome === "stopped") return await continueConference(tx, actor, before, followUp);
  if (!didNotHappen(before)) throw new Refused("no-follow-up");
  const { studentId, seasonId, place, link, language, householdKey } = before;
  const { startsAt, minutes = minutesOf(before) } = followUp;
  const again = { studentId, seasonId, startsAt, minutes, place, link, language, householdKey };
  const seats = await seatAgain(tx, actor, before);
  const given = {
    ...again,
    mode: before.mode as "in-person",
    participants: seats.map(invitationOf),
  };
  return await arrangeConference(tx, actor, given, conferenceId);
}

/** Called off, or nobody met. */
const didNotHappen = ({ state, outcome }: Pick<LockedConference, "state" | "outcome">): boolean =>
  state === "cancelled" || outcome === "not-met";

type Seat = Awaited<ReturnType<typeof seatAgain>>[number];

const invitationOf = ({ personId, part, expected, language, relationship }: Seat) => ({
  personId,
  part,
  expected,
  ...(language === null ? {} : { language }),
  ...(relationship === "" ? {} : { relationship }),
});
