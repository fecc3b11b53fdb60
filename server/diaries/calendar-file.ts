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
  const details = link && place ? [place, address] : [address];
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Lectern//Lectern//EN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    // The same each time, so that a calendar moves the entry it has; later files win over earlier ones.
    `UID:${id}@lectern`,
    `SEQUENCE:${Math.floor((actor.now.getTime() - epoch) / 60_000)}`,
    `DTSTAMP:${stampOf(actor.now)}`,
    `DTSTART:${stampOf(new Date(startsAt))}`,
    `DTEND:${stampOf(new Date(endsAt))}`,
    `SUMMARY:${escape(titleOf(conference, actor.language))}`,
    ...(link || place ? [`LOCATION:${escape(link || place)}`] : []),
    `DESCRIPTION:${escape(details.join("\n"))}`,
    `URL:${address}`,
    `STATUS:${isOff(conference) ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ]
    .map(fold)
    .join("");
}

const epoch = Date.UTC(2026, 0, 1);

/** An instant in UTC, which every calendar shows by its owner's clock: "20261113T014000Z". */
const stampOf = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, "");

const escape = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, "\\n");

/** A line has at most 75 octets; what is longer goes on after a space, never inside a letter. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return `${folded}\r\n`;
}

const isOff = (conference: Conference): boolean =>
  conference.audience !== "guest" && conference.state === "cancelled";

function titleOf(conference: Conference, language: string): string {
  const say = translator(language);
  if (conference.audience === "student") return say("diaries.yourConference");
  const student = conference.audience === "guest" ? conference.studentName : conference.student.name;
  return say("diaries.conferenceOf", { student });
}
