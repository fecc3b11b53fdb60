import type { Actor } from "#server/access/actor.ts";
import { noteNotice } from "#server/conferences/note-notice.ts";
import type { Tx } from "#server/database/connect.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import type { Template } from "#server/messages/wordings.ts";
import { sayWhen } from "#server/schools/say-when.ts";
import { listInvitablePeople } from "#server/people/list-invitable-people.ts";
import { listConcerned, readOccasion, type Concerned } from "./message.queries.ts";

/** What there is to tell of a conference. */
export type News = "set" | "changed" | "cancelled";

const templates: Record<Concerned["audience"], Record<News, Template>> = {
  guardian: {
    set: "conference-arranged",
    changed: "conference-changed",
    cancelled: "conference-cancelled",
  },
  student: {
    set: "your-conference-set",
    changed: "your-conference-changed",
    cancelled: "your-conference-cancelled",
  },
  guest: {
    set: "conference-booked",
    changed: "conference-changed",
    cancelled: "conference-cancelled",
  },
};

/**
 * Writes to everybody concerned who may be written to, each in her language and by the school's clock: the student,
 * who is asked to come, and the adviser; not to whoever did it. Tells how many. Each telling is an occasion of its
 * own, so that a time moved there and back is told twice. Callers hold the conference.
 */
export async function tellConcerned(tx: Tx, actor: Actor, conference: Told, news: News): Promise<number> {
  const notice = await noteNotice(tx, actor, conference.id);
  const people = await listWrittenTo(tx, actor, conference);
  return await tell(tx, actor, { conferenceId: conference.id, news, notice, people });
}

/** Tells those who were asked later what the others know already. */
export async function tellLatecomers(
  tx: Tx,
  actor: Actor,
  conference: Told,
  personIds: readonly string[],
): Promise<number> {
  const all = await listWrittenTo(tx, actor, conference);
  const people = all.filter((one) => personIds.includes(one.personId));
  return await tell(tx, actor, { conferenceId: conference.id, news: "set", notice: 0, people });
}

interface Told {
  readonly id: string;
  readonly studentId: string;
}

/** Whoever may still come and be written to: somebody restricted since she was asked hears nothing more. */
async function listWrittenTo(tx: Tx, actor: Actor, { id, studentId }: Told): Promise<Concerned[]> {
  const { guardians, mentors } = await listInvitablePeople(tx, actor, studentId);
  const mayBeWrittenTo = [
    ...guardians.filter((one) => one.isWrittenTo),
    // Minors who are mentors hear of it at school.
    ...mentors.filter((one) => !one.isMinor),
  ].map((one) => one.personId);
  return await listConcerned(tx, actor, { conferenceId: id, mayBeWrittenTo });
}

interface Telling {
  readonly conferenceId: string;
  readonly news: News;
  readonly notice: number;
  readonly people: readonly Concerned[];
}

async function tell(tx: Tx, actor: Actor, { conferenceId, news, notice, people }: Telling): Promise<number> {
  if (people.length === 0) return 0;
  const occasion = await readOccasion(tx, actor, conferenceId);
  for (const { audience, ...person } of people)
    await queueMessage(
      tx,
      {
        ...person,
        districtId: actor.districtId,
        template: templates[audience][news],
        occasion: `conference-${news} ${conferenceId} ${notice}`,
        facts: {
          student: occasion.givenName,
          when: sayWhen(person.language, occasion.zone, occasion.startsAt),
          place: occasion.place,
          link: occasion.link,
          adviser: occasion.adviserName,
          school: occasion.schoolName,
          conferenceId,
          path: audience === "guardian" || news === "cancelled" ? "/" : `/conferences/${conferenceId}`,
        },
      },
      actor.now,
    );
  return people.length;
}
