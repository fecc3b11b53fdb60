import ical, { ICalCalendarMethod } from "ical-generator";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { readContent } from "#server/records/content/read-content.ts";
import { translator } from "#server/words/translator.ts";

/** The next check-in of a record as a day in one's own calendar (RFC 5545); a record that names none counts as missing. */
export async function writeCheckInFile(
  db: Db,
  actor: Actor,
  recordId: string,
  address: string,
): Promise<string> {
  const { core } = await readContent(db, actor, recordId);
  const day = core.fields["nextCheckIn"]?.text;
  if (!day) throw new NotFound("check-in");
  const calendar = ical({
    prodId: { company: "Lectern", product: "Lectern", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `check-in-${recordId}@lectern`,
    sequence: core.seal?.version ?? 0,
    stamp: actor.now,
    start: new Date(`${day}T00:00:00Z`),
    allDay: true,
    summary: translator(actor.language)("diaries.checkIn", { student: core.student.givenName }),
    description: [...core.goals.map(({ wording }) => `• ${wording.text}`), address].join("\n"),
    url: address,
  });
  return `${calendar.toString()}\r\n`;
}
