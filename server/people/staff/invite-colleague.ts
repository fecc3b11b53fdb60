import type { Actor } from "#server/access/actor.ts";
import { noteSecretSet } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { lockPerson, nameOf } from "#server/people/change-person.ts";
import { colleagueKeptBy } from "#server/people/person.access.ts";

/** Sends a colleague her link. */
export async function inviteColleague(tx: Tx, actor: Actor, colleagueId: string): Promise<void> {
  const person = await lockPerson(tx, actor, colleagueId, colleagueKeptBy(actor));
  if (person.email === null) throw new Refused("no-address");
  await queueMessage(
    tx,
    {
      ...{
        districtId: actor.districtId,
        personId: colleagueId,
        address: person.email,
        language: person.language,
      },
      ...{ template: "staff-invitation", occasion: `staff-invitation ${actor.now.toISOString()}` },
      facts: { linkPurpose: "invitation", path: "/" },
    },
    actor.now,
  );
  await noteSecretSet(tx, actor, {
    ...{
      kind: "sign-in",
      studentId: null,
      subjectId: colleagueId,
      subject: nameOf(person),
      field: "invitation",
    },
  });
}
