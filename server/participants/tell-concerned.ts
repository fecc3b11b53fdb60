import type { Actor } from "#server/access/actor.ts";
import { noteNotice, noteNoticeToOne } from "#server/conferences/note-notice.ts";
import type { Tx } from "#server/database/connect.ts";
import { queueMessage, takeBackMessages } from "#server/messages/queue-message.ts";
import type { Template } from "#server/messages/wordings.ts";
import { sayWhen } from "#server/schools/say-when.ts";
import { listInvitablePeople } from "#server/people/list-invitable-people.ts";
import { listConcerned, readOccasion, type Concerned } from "./message.queries.ts";

/** What there is to tell of a conference. */
export type News = "set" | "changed" | "cancelled" | "released" | "soon";

const templates: Record<Concerned["audience"], Record<News, Template>> = {
  guardian: {
    set: "conference-arranged",
    soon: "conference-soon",
    changed: "conference-changed",
    cancelled: "conference-cancelled",
    released: "conference-released",
  },
  student: {
    set: "your-conference-set",
    soon: "your-conference-soon",
    changed: "your-conference-changed",
    cancelled: "your-conference-cancelled",
    released: "conference-released",
  },
  guest: {
    set: "conference-booked",
    soon: "conference-soon",
    changed: "conference-changed",
    cancelled: "conference-cancelled",
    released: "conference-released",
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

/** Tells somebody who was asked later what the others know already; nothing, where she has not even heard that she was off the list. */
export async function tellLatecomer(
  tx: Tx,
  actor: Actor,
  conference: Numbered,
  personId: string,
): Promise<void> {
  const { id, notices } = conference;
  const occasions = `conference-released ${id} `;
  const unheard = await takeBackMessages(tx, { districtId: actor.districtId, personId, occasions });
  if (unheard.includes(occasionOf("released", id, notices))) return;
  const people = (await listWrittenTo(tx, actor, conference)).filter((one) => one.personId === personId);
  const notice = await noteNoticeToOne(tx, actor, conference.id);
  await tell(tx, actor, { conferenceId: conference.id, news: "set", notice, people });
}

/** Takes somebody off the list by `release` and tells her, if she may be written to, that she is not expected any more. */
export async function tellReleased(
  tx: Tx,
  actor: Actor,
  { conference, personId }: { conference: Told; personId: string },
  release: () => Promise<void>,
): Promise<void> {
  const people = (await listWrittenTo(tx, actor, conference)).filter((one) => one.personId === personId);
  await release();
  const notice = await noteNoticeToOne(tx, actor, conference.id);
  await tell(tx, actor, { conferenceId: conference.id, news: "released", notice, people });
}

interface Told {
  readonly id: string;
  readonly studentId: string;
}

/** One with the number of its last telling. */
interface Numbered extends Told {
  readonly notices: number;
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

/** Writes the letters of one telling; tells how many. */
export async function tell(
  tx: Tx,
  actor: Pick<Actor, "districtId" | "now">,
  { conferenceId, news, notice, people }: Telling,
): Promise<number> {
  if (people.length === 0) return 0;
  const occasion = await readOccasion(tx, actor, conferenceId);
  for (const { audience, ...person } of people)
    await queueMessage(
      tx,
      {
        ...person,
        districtId: actor.districtId,
        template: templates[audience][news],
        occasion: occasionOf(news, conferenceId, notice),
        facts: {
          student: occasion.givenName,
          when: sayWhen(person.language, occasion.zone, occasion.startsAt),
          minutes: occasion.minutes,
          place: occasion.place,
          link: occasion.link,
          adviser: occasion.adviserName,
          school: occasion.schoolName,
          conferenceId,
          path: audience === "guardian" || isOver(news) ? "/" : `/conferences/${conferenceId}`,
        },
      },
      actor.now,
      { mayBeTakenBack: news === "released" },
    );
  return people.length;
}

const occasionOf = (news: News, conferenceId: string, notice: number): string =>
  `conference-${news} ${conferenceId} ${notice}`;

/** There is nothing left for her to see at the conference's own page. */
const isOver = (news: News): boolean => news === "cancelled" || news === "released";
