import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

/** Somebody the student asked for, whom nobody has answered yet. */
export async function bringProposal(db: Db, { school, student }: Circle): Promise<{ proposalId: string }> {
  const proposalId = uuidv7();
  await db
    .insertInto("mentorProposal")
    .values({
      districtId: school.districtId,
      id: proposalId,
      studentId: student.personId,
      name: "Amparo Liu",
      knownFrom: "Secret of the proposed mentor",
      isMinor: false,
      state: "proposed",
      proposedAt: conferenceNight,
    })
    .execute();
  return { proposalId };
}
