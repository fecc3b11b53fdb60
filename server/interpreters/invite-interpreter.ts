import type { Actor } from "#server/access/actor.ts";
import { noteSecretSet } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { lockPerson, nameOf } from "#server/people/change-person.ts";
import { interpreterKeptBy } from "./interpreter.access.ts";

/** Sends somebody who interprets the link that leads to her bookings. */
export async function inviteInterpreter(tx: Tx, actor: Actor, interpreterId: string): Promise<void> {
  const person = await lockPerson(tx, actor, interpreterId, interpreterKeptBy(actor));
  if (person.email === null) throw new Refused("no-address");
  const { districtId, now } = actor;
  const to = { districtId, personId: interpreterId, address: person.email, language: person.language };
  const facts = { linkPurpose: "invitation", path: "/" };
  const template = "interpreter-invitation";
  await queueMessage(tx, { ...to, template, occasion: `${template} ${now.toISOString()}`, facts }, now);
  await noteSecretSet(tx, actor, {
    ...{ kind: "interpreter", studentId: null, subjectId: interpreterId },
    ...{ subject: nameOf(person), field: "invitation" },
  });
}
