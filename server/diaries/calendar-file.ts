import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Actor } from "#server/access/actor.ts";
import type { Conference } from "#server/conferences/conference.contract.ts";
import { readConference } from "#server/conferences/read-conferences.ts";
import type { Db } from "#server/database/connect.ts";
import { translator } from "#server/words/translator.ts";

/** A conference as a file for one's own calendar (RFC 5545), in the reader's language; who may not know its time finds nothing. */
export async function writeCalendarFile(
  db: Db,
  actor: Actor,
  conferenceId: string,
  address: string,
): Promise<string> {
  const conference = await readConference(db, actor, conferenceId);
  const { id, startsAt, endsAt, place, link } = conference;
  const calendar = ical({
    prodId: { company: "Lectern", product: "Lectern", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    // The same each time, so that a calendar moves the entry it has; later files win over earlier ones.
    id: `${id}@lectern`,
    sequence: Math.floor((actor.now.getTime() - epoch) / 60_000),
    stamp: actor.now,
    // Instants, written in UTC: every calendar shows them by its owner's clock.
    start: new Date(startsAt),
    end: new Date(endsAt),
    summary: titleOf(conference, actor.language),
    location: link || place || null,
    description: (link && place ? [place, address] : [address]).join("\n"),
    url: address,
    status: isOff(conference) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  // Its last line ends like the others.
  return `${calendar.toString()}\r\n`;
}

const epoch = Date.UTC(2026, 0, 1);

const isOff = (conference: Conference): boolean =>
  conference.audience !== "guest" && conference.state === "cancelled";

function titleOf(conference: Conference, language: string): string {
  const say = translator(language);
  if (conference.audience === "student") return say("diaries.yourConference");
  const student = conference.audience === "guest" ? conference.studentName : conference.student.name;
  return say("diaries.conferenceOf", { student });
}
