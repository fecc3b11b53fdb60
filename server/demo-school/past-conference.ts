import { endConference } from "#server/conferences/end-conference.ts";
import { endPresentation } from "#server/portfolios/presentations/end-presentation.ts";
import { startPresentation } from "#server/portfolios/presentations/start-presentation.ts";
import { acknowledge } from "#server/records/sealing/acknowledge.ts";
import { readBack } from "#server/records/sealing/read-back.ts";
import { sealRecord } from "#server/records/sealing/seal-record.ts";
import { openRecord } from "#server/records/open-record.ts";
import { writeNote } from "#server/reviews/write-note.ts";
import { cast } from "./cast.ts";
import { arrangeEvening, writeRecord } from "./evening.ts";
import { lookBack, setGoals } from "./goals-told.ts";
import { hangWall } from "./shelf.ts";
import type { PastTold, StudentTold } from "./story.ts";
import type { Telling } from "./telling.ts";

const day = 86_400_000;
const minute = 60_000;
const after = (start: Date, time: number): Date => new Date(start.getTime() + time);

/** A season that is over, and when everybody told how it went with what was promised in it. */
export interface PastSeason {
  readonly id: string;
  /** Days from today. */
  readonly middle: number;
  readonly reported: Date;
}

/** A whole conference of a past season: presented, written down, read back, finished, answered. */
export async function tellPast(
  telling: Telling,
  { key: student }: StudentTold,
  { id: seasonId, middle, reported }: PastSeason,
  told: PastTold,
): Promise<void> {
  const { tx, calendar } = telling;
  const [offset, clock] = told.when;
  const start = calendar.at(calendar.schoolDay(middle + offset), clock);
  const adviser = "okafor";
  const goals = { student, adviser, seasonId, goals: told.goals } as const;
  await hangWall(telling, student, { seasonId, at: after(start, -3 * day), wall: told.shows });
  await setGoals(telling, after(start, -2 * day), goals);
  const { guests } = told;
  const arrangedAt = after(start, -14 * day);
  const conferenceId = await arrangeEvening(telling, {
    ...{ student, adviser, seasonId, startsAt: start, arrangedAt, guests, place: "Room 214" },
  });
  await present(telling, student, conferenceId, start);
  const at = after(start, 24 * minute);
  const recordId = await writeRecord(telling, { conferenceId, adviser, guests, at }, told.record);
  await finish(telling, { conferenceId, recordId, student, told, start });
  await lookBack(telling, { answered: after(start, 3 * day), reported }, goals);
  if (told.note) {
    const author = telling.actor(told.note.from, after(start, 4 * day));
    await writeNote(tx, author, conferenceId, { body: told.note.says, language: told.note.language });
  }
}

async function present(telling: Telling, student: StudentTold["key"], conferenceId: string, start: Date) {
  const { tx } = telling;
  const began = telling.actor(student, after(start, 2 * minute));
  const { id } = await startPresentation(tx, began, conferenceId, { withNumbers: true });
  await endPresentation(tx, telling.actor(student, after(start, 20 * minute)), id);
}

interface Finish {
  readonly conferenceId: string;
  readonly recordId: string;
  readonly student: StudentTold["key"];
  readonly told: PastTold;
  readonly start: Date;
}

async function finish(telling: Telling, { conferenceId, recordId, student, told, start }: Finish) {
  const { tx } = telling;
  const inRoom = telling.actor("okafor", after(start, 28 * minute));
  const { revision } = await openRecord(tx, inRoom, conferenceId);
  await readBack(tx, inRoom, recordId, revision);
  const signs = { tookPart: true, receivedCopy: false, comment: "", revision };
  const signers = [
    student,
    ...told.guests.filter(({ part, remote }) => part === "guardian" && !remote).map(({ who }) => who),
  ];
  for (const key of signers) {
    const person = { personId: telling.of(key).personId, typedName: cast[key].name.join(" ") };
    await acknowledge(tx, inRoom, recordId, { ...signs, ...person, language: inRoom.language });
  }
  await endConference(tx, telling.actor("okafor", after(start, 30 * minute)), conferenceId, {
    outcome: "held",
  });
  const later = telling.actor("okafor", after(start, 2 * day));
  await sealRecord(tx, later, { recordId, revision }, telling.signer);
}
