import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Stale } from "#server/http/problems.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import type { OwnerChange } from "./thread.contract.ts";
import { listColleagues, lockSchoolPromise, putOwner, readStudentName } from "./thread.queries.ts";

/** A promise of the school's gets somebody who keeps it and tells how it went; she hears of it. */
export async function nameOwner(
  tx: Tx,
  actor: Actor,
  promiseId: string,
  { base, value }: OwnerChange,
): Promise<void> {
  const promise = await lockSchoolPromise(tx, actor, promiseId);
  if (promise.ownerId === value) return;
  if (promise.ownerId !== base) throw new Stale(promise.ownerId, "ownerId");
  if (value === null) return void (await putOwner(tx, actor, promiseId, { ownerId: null, ownerName: "" }));
  const colleague = (await listColleagues(tx, actor, promise.studentId)).find(({ id }) => id === value);
  if (!colleague)
    throw new Invalid("value", "Choose somebody who works with this student.", "not-a-colleague");
  await putOwner(tx, actor, promiseId, { ownerId: value, ownerName: colleague.name });
  if (value === actor.personId || colleague.email === null) return;
  const student = await readStudentName(tx, actor, promise.studentId);
  const { email: address, language } = colleague;
  const facts = { student: student.name, promise: promise.wording, path: "/follow-up" };
  const message = {
    districtId: actor.districtId,
    personId: value,
    address,
    language,
    template: "promise-yours",
  };
  await queueMessage(tx, { ...message, occasion: `promise-yours ${promiseId}`, facts }, actor.now);
}
