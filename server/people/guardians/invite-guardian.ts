import type { Actor } from "#server/access/actor.ts";
import { noteSecretSet } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { lockPerson, nameOf } from "#server/people/change-person.ts";
import { guardianKeptBy } from "#server/people/person.access.ts";
import { listChildren } from "./guardian.queries.ts";

/** Sends a guardian her link; whom a court forbids to write to is not written to. */
export async function inviteGuardian(tx: Tx, actor: Actor, guardianId: string): Promise<void> {
  const person = await lockPerson(tx, actor, guardianId, guardianKeptBy(actor));
  const children = (await listChildren(tx, actor, guardianId)).filter((child) => child.mayBeContacted);
  const [first] = children;
  if (!first) throw new Refused("may-not-be-contacted");
  if (person.email === null) throw new Refused("no-address");
  await queueMessage(
    tx,
    {
      ...{
        districtId: actor.districtId,
        personId: guardianId,
        address: person.email,
        language: person.language,
      },
      ...{ template: "invitation", occasion: `invitation ${actor.now.toISOString()}` },
      facts: { student: first.givenName, linkPurpose: "invitation", path: "/" },
    },
    actor.now,
  );
  const about = {
    kind: "sign-in",
    subjectId: guardianId,
    subject: nameOf(person),
    field: "invitation",
  } as const;
  for (const { studentId } of children) await noteSecretSet(tx, actor, { ...about, studentId });
}
