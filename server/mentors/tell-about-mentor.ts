import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { findPerson, listAdvisers, listConsentingGuardians, type Reachable } from "./tell.queries.ts";

interface About {
  readonly studentId: string;
  /** The mentor as she was named. */
  readonly mentor: string;
  /** What makes the letter one of a kind. */
  readonly occasion: string;
}

/** The student asked for somebody: her advisers hear of it. */
export const tellAdvisers = (tx: Tx, actor: Actor, about: About): Promise<void> =>
  tell(tx, actor, "mentor-proposed", about, listAdvisers);

/** A mentor was approved: those who may consent hear who she is, and how to object. */
export const tellFamily = (tx: Tx, actor: Actor, about: About): Promise<void> =>
  tell(tx, actor, "mentor-approved", about, listConsentingGuardians, { linkPurpose: "invitation" });

/** A family objected: the advisers hear of it. */
export const tellObjection = (tx: Tx, actor: Actor, about: About): Promise<void> =>
  tell(tx, actor, "mentor-objection", about, listAdvisers);

async function tell(
  tx: Tx,
  actor: Actor,
  template: string,
  { studentId, mentor, occasion }: About,
  readers: (tx: Tx, actor: Actor, studentId: string) => Promise<Reachable[]>,
  more: Record<string, string> = {},
): Promise<void> {
  const student = await findPerson(tx, actor, studentId);
  for (const reader of await readers(tx, actor, studentId)) {
    const facts = { student: student.givenName, mentor, path: `/mentors/${studentId}`, ...more };
    await queueMessage(tx, { ...reader, districtId: actor.districtId, template, occasion, facts }, actor.now);
  }
}

/** The student hears that she was answered; the word itself waits on her page. */
export async function tellAnswer(
  tx: Tx,
  actor: Actor,
  { studentId, mentor, occasion }: About,
): Promise<void> {
  const { address, name: _, givenName: __, ...student } = await findPerson(tx, actor, studentId);
  if (address === null) return;
  const facts = { mentor, path: "/mentors" };
  const message = {
    ...student,
    address,
    districtId: actor.districtId,
    template: "mentor-answered",
    occasion,
    facts,
  };
  await queueMessage(tx, message, actor.now);
}

/** The mentor is invited: a link that opens with a code mailed to the same address. */
export async function inviteMentor(
  tx: Tx,
  actor: Actor,
  {
    studentId,
    mentorId,
    address,
    occasion,
  }: { studentId: string; mentorId: string; address: string; occasion: string },
): Promise<void> {
  const student = await findPerson(tx, actor, studentId);
  const { language } = await findPerson(tx, actor, mentorId);
  const facts = { student: student.name, linkPurpose: "mentor", path: "/mentoring" };
  const message = {
    districtId: actor.districtId,
    personId: mentorId,
    address,
    language,
    template: "mentor-invited",
  };
  await queueMessage(tx, { ...message, occasion, facts }, actor.now);
}
