import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { sayWhen } from "#server/schools/say-when.ts";
import { listGuardianSeats, listReachableGuardians, readOccasion } from "./message.queries.ts";

/** Writes to each invited guardian who may be written to: the time in her language, by the school's clock. */
export async function tellGuardians(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  invited: readonly { personId: string; part: string }[],
): Promise<void> {
  const ids = invited.filter((one) => one.part === "guardian").map((one) => one.personId);
  if (ids.length === 0) return;
  const occasion = await readOccasion(tx, actor, conferenceId);
  const guardians = await listReachableGuardians(tx, actor, { conferenceId, ids });
  for (const guardian of guardians)
    await queueMessage(
      tx,
      {
        ...guardian,
        districtId: actor.districtId,
        template: "conference-arranged",
        // A new time is a new occasion; the same time is said once.
        occasion: `conference-arranged ${conferenceId} ${occasion.startsAt.toISOString()}`,
        facts: factsFor(guardian.language, conferenceId, occasion),
      },
      actor.now,
    );
}

/** Writes to everybody invited once more, because the time is another. */
export const tellAllGuardians = async (tx: Tx, actor: Actor, conferenceId: string): Promise<void> =>
  await tellGuardians(tx, actor, conferenceId, await listGuardianSeats(tx, actor, conferenceId));

type Occasion = Awaited<ReturnType<typeof readOccasion>>;

const factsFor = (language: string, conferenceId: string, occasion: Occasion) => ({
  student: occasion.givenName,
  when: sayWhen(language, occasion.zone, occasion.startsAt),
  place: occasion.place,
  link: occasion.link,
  adviser: occasion.adviserName,
  school: occasion.schoolName,
  conferenceId,
  path: "/",
});
