import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { addGuest } from "#server/people/add-guest.ts";
import type { InvitablePeople } from "#server/people/invitable.contract.ts";
import { listInvitablePeople } from "#server/people/list-invitable-people.ts";
import type { Invitation } from "./participant.contract.ts";
import { findEarlierGuest, listNamesBesides, type Seat } from "./participant.queries.ts";
import { resembles } from "./resembles.ts";

/** Whose conference it is: one student's, with everybody or with one household. */
export interface Meeting {
  readonly studentId: string;
  readonly householdKey: string;
}

/** Finds a seat for everybody invited, or refuses in one sentence that never says who or why. */
export async function findSeats(
  tx: Tx,
  actor: Actor,
  meeting: Meeting,
  invitations: readonly Invitation[],
): Promise<Seat[]> {
  const people = await listInvitablePeople(tx, actor, meeting.studentId);
  if (new Set(invitations.map((one) => one.personId)).size < invitations.length)
    throw new Refused("invited-twice");
  const seats: Seat[] = [];
  for (const invitation of invitations) {
    const place = await findPlace(tx, actor, { meeting, people, invitation });
    seats.push({
      personId: invitation.personId,
      part: invitation.part,
      expected: invitation.expected ?? "present",
      ...place,
    });
  }
  return seats;
}

interface Question {
  readonly meeting: Meeting;
  readonly people: InvitablePeople;
  readonly invitation: Invitation;
}

type Place = Pick<Seat, "householdId" | "relationship" | "language">;

const noHousehold = { householdId: null, language: null };

async function findPlace(tx: Tx, actor: Actor, question: Question): Promise<Place> {
  const { people, invitation } = question;
  const isThePerson = (one: { personId: string }) => one.personId === invitation.personId;
  switch (invitation.part) {
    case "guardian":
      return placeOfGuardian(question);
    case "mentor":
      return people.mentors.some(isThePerson) ? { ...noHousehold, relationship: "mentor" } : refuse();
    case "interpreter":
      return placeOfInterpreter(question);
    case "staff":
      return { ...noHousehold, relationship: people.staff.find(isThePerson)?.role ?? refuse() };
    case "guest":
      return await placeOfGuest(tx, actor, question);
    default:
      return invitation.part satisfies never;
  }
}

function placeOfGuardian({ meeting, people, invitation }: Question): Place {
  const guardian = people.guardians.find((one) => one.personId === invitation.personId) ?? refuse();
  const { householdId, relationship } = guardian;
  if (meeting.householdKey !== "joint" && meeting.householdKey !== householdId)
    throw new Refused("other-household");
  return { householdId, relationship, language: null };
}

function placeOfInterpreter({ people, invitation }: Question): Place {
  const interpreter = people.interpreters.find(
    (one) =>
      one.personId === invitation.personId &&
      (invitation.language === undefined || one.language === invitation.language),
  );
  return { ...noHousehold, relationship: "", language: interpreter?.language ?? refuse() };
}

/** A guest typed in by name must not be somebody who may not come, under whatever part. */
async function placeOfGuest(tx: Tx, actor: Actor, { meeting, people, invitation }: Question): Promise<Place> {
  const { studentId, householdKey } = meeting;
  const { personId } = invitation;
  const earlier = await findEarlierGuest(tx, actor, { studentId, personId });
  const name = earlier?.name ?? invitation.name ?? refuse();
  const invitable = [...people.guardians, ...people.mentors].map((one) => one.personId);
  const barred = await listNamesBesides(tx, actor, { studentId, invitable });
  if (barred.some((other) => resembles(other, name))) refuse();
  if (!earlier) await addGuest(tx, actor, { personId, name });
  return {
    householdId: householdKey === "joint" ? null : householdKey,
    relationship: invitation.relationship ?? earlier?.relationship ?? "",
    language: null,
  };
}

// One sentence for a restriction, a missing consent, a mentor not approved and an unknown id: it tells nothing apart.
const refuse = (): never => {
  throw new Refused("cannot-invite");
};
