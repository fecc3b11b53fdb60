import { saveAddendum } from "#server/addenda/save-addendum.ts";
import { endConference } from "#server/conferences/end-conference.ts";
import { followUpConference } from "#server/conferences/follow-up.ts";
import { noteContactAttempt } from "#server/conferences/note-contact-attempt.ts";
import { endPresentation } from "#server/portfolios/presentations/end-presentation.ts";
import { startPresentation } from "#server/portfolios/presentations/start-presentation.ts";
import { openRecord } from "#server/records/open-record.ts";
import { keepRehearsal } from "#server/rehearsals/keep-rehearsal.ts";
import { saveField } from "#server/records/save-field.ts";
import { sealRecord } from "#server/records/sealing/seal-record.ts";
import { readAgenda } from "#server/seasons/agenda.ts";
import type { CastKey } from "./cast.ts";
import { answerQuestions, askAdviserOf, hoaAnswers, rosaAnswers } from "./families-told.ts";
import { arrangeEvening, writeRecord, type EveningTold } from "./evening.ts";
import { advisory118 } from "./students/advisory-118.ts";
import type { RecordTold } from "./story.ts";
import { kofiSoFar } from "./students/kofi.ts";
import { wrenSoFar } from "./students/wren.ts";
import type { Telling } from "./telling.ts";

const minute = 60_000;
const day = 1440 * minute;
const after = (start: Date, time: number): Date => new Date(start.getTime() + time);

type Coming = Pick<EveningTold, "student" | "startsAt" | "guests"> & Partial<EveningTold>;

const arrange = (telling: Telling, coming: Coming): Promise<string> =>
  arrangeEvening(telling, {
    adviser: "okafor",
    seasonId: telling.season,
    arrangedAt: after(telling.calendar.now, -9 * day),
    place: "Room 214",
    ...coming,
  });

/** The conferences of this season, each at another point of its way. */
export async function tellThisSeason(telling: Telling): Promise<void> {
  await yesterday(telling);
  await interrupted(telling);
  await rightNow(telling);
  await arrangeComing(telling);
  await rehearseYesterday(telling);
}

/** Minh went through it at the kitchen table; a little long in the middle. */
async function rehearseYesterday(telling: Telling): Promise<void> {
  const { tx, calendar } = telling;
  const parts = readAgenda("default").segments.map(({ key, minutes }, at) => ({
    key,
    name: null,
    minutes,
    seconds: minutes * 50 + (at === 2 ? 70 : 0),
  }));
  await keepRehearsal(tx, telling.actor("minh", calendar.at(calendar.day(-1), "20:10")), { parts });
}

/** Wren presented; the record is not finished. */
async function yesterday(telling: Telling) {
  const { tx, calendar } = telling;
  const startsAt = calendar.at(calendar.day(-1), "17:05");
  const guests = [{ who: "fiona", part: "guardian" }] as const;
  const conferenceId = await arrange(telling, { student: "wren", startsAt, guests });
  await present(telling, "wren", conferenceId, after(startsAt, minute), 17 * minute);
  const writing = { conferenceId, adviser: "okafor", guests, at: after(startsAt, 25 * minute) } as const;
  const recordId = await writeRecord(telling, writing, wrenSoFar);
  await saveAddendum(tx, telling.actor("okafor", after(startsAt, 40 * minute)), recordId, {
    ...{ field: "body", base: "", language: "en" },
    value: "Fiona asked to be called before noon: she works nights this month. Told the office.",
  });
  await endConference(tx, telling.actor("okafor", after(startsAt, 31 * minute)), conferenceId, {
    outcome: "held",
  });
}

/** The fire alarm went off in the middle of Caleb’s conference; it goes on in three days, with what was written. */
async function interrupted(telling: Telling) {
  const { tx, calendar } = telling;
  const startsAt = calendar.at(calendar.day(-1), "17:40");
  const guests = [guardian("dana")];
  const conferenceId = await arrange(telling, { ...room("caleb"), student: "caleb", startsAt, guests });
  await present(telling, "caleb", conferenceId, after(startsAt, minute), 9 * minute);
  const writing = { conferenceId, adviser: "lindgren", guests, at: after(startsAt, 11 * minute) } as const;
  const recordId = await writeRecord(telling, writing, calebSoFar);
  const later = (minutes: number) => telling.actor("lindgren", after(startsAt, minutes * minute));
  await endConference(tx, later(12), conferenceId, { outcome: "stopped" });
  const { revision } = await openRecord(tx, later(30), conferenceId);
  await sealRecord(tx, later(30), { recordId, revision }, telling.signer);
  const goesOn = calendar.at(calendar.schoolDay(3), "17:05").toISOString();
  await followUpConference(tx, later(31), conferenceId, { startsAt: goesOn });
}

const calebSoFar: RecordTold = {
  fields: {
    adviserStrengths: "Caleb runs alone in the dark before school, and writes down what he thinks there.",
    celebrations: "He gets up by himself now. I hear the door.",
    remains: "Results, the family’s questions and the goals.",
    continuation: "to-be-arranged",
  },
};

/** Kofi stands at the screen while the visitor signs in. */
async function rightNow(telling: Telling) {
  const { calendar } = telling;
  const startsAt = calendar.soon(-10);
  const guests = [{ who: "abena", part: "guardian" }] as const;
  const conferenceId = await arrange(telling, { student: "kofi", startsAt, guests });
  await present(telling, "kofi", conferenceId, after(calendar.now, -8 * minute));
  const writing = { conferenceId, adviser: "okafor", guests, at: after(calendar.now, -2 * minute) } as const;
  await writeRecord(telling, writing, kofiSoFar);
}

async function present(
  telling: Telling,
  student: CastKey,
  conferenceId: string,
  began: Date,
  lasts?: number,
) {
  const { tx } = telling;
  const { id } = await startPresentation(tx, telling.actor(student, began), conferenceId, {
    withNumbers: true,
  });
  if (lasts !== undefined) await endPresentation(tx, telling.actor(student, after(began, lasts)), id);
}

async function arrangeComing(telling: Telling) {
  const { calendar } = telling;
  const evening = (offset: number, clock: string) => calendar.at(calendar.schoolDay(offset), clock);
  const minhs = await arrange(telling, {
    student: "minh",
    startsAt: calendar.soon(45),
    guests: [guardian("hoa")],
  });
  await answerQuestions(telling, { conferenceId: minhs, by: "hoa", language: "en", answers: hoaAnswers });
  await arrange(telling, {
    student: "priya",
    startsAt: calendar.soon(80),
    guests: [
      { who: "lakshmi", part: "guardian" },
      { who: "suresh", part: "guardian", remote: true },
    ],
  });
  await arrange(telling, {
    student: "deshawn",
    startsAt: calendar.soon(115),
    guests: [{ who: "earline", part: "guardian" }],
  });
  const itzels = await arrange(telling, {
    student: "itzel",
    startsAt: evening(9, "17:40"),
    mode: "in-person",
    link: "https://meet.calderbay.example/room-214",
    guests: [
      { who: "rosa", part: "guardian" },
      { who: "hector", part: "guardian", remote: true },
      { who: "imani", part: "mentor" },
      { who: "lucia", part: "interpreter" },
    ],
  });
  await answerQuestions(telling, { conferenceId: itzels, by: "rosa", language: "es", answers: rosaAnswers });
  await askAdviserOf(telling, {
    ...{ student: "itzel", by: "rosa", language: "es" },
    body: "¿Puede Itzel quedarse los martes hasta las cuatro y media? Yo salgo a las cinco.",
  });
  await arrange(telling, {
    student: "layla",
    startsAt: evening(4, "18:15"),
    guests: [
      { who: "karim", part: "guardian" },
      { who: "samira", part: "interpreter" },
    ],
  });
  await arrange(telling, {
    ...{ student: "noor", adviser: "lindgren", place: "Room 118" },
    startsAt: evening(3, "16:30"),
    guests: [{ who: "amina", part: "guardian" }],
  });
  await arrange(telling, {
    ...{ student: "emiliano", adviser: "sato", place: "Room 031" },
    seasonId: telling.middleSchoolSeason,
    startsAt: evening(6, "16:00"),
    guests: [guardian("rosa"), { who: "lucia", part: "interpreter" }],
  });
  for (const { student, days, clock, guests } of laterOn)
    await arrange(telling, { ...room(student), student, startsAt: evening(days, clock), guests });
}

const room = (student: CastKey): Partial<EveningTold> =>
  student in inRoom118 ? { adviser: "lindgren", place: "Room 118" } : {};
const inRoom118 = Object.fromEntries(advisory118.map(({ key }) => [key, true]));

const guardian = (who: CastKey) => ({ who, part: "guardian" }) as const;

/** The evenings to come; the rest of both advisories has no time yet. */
const laterOn: { student: CastKey; days: number; clock: string; guests: EveningTold["guests"] }[] = [
  { student: "tomasz", days: 4, clock: "17:00", guests: [guardian("agnieszka")] },
  { student: "mele", days: 4, clock: "17:35", guests: [guardian("ana")] },
  {
    ...{ student: "sofia", days: 9, clock: "18:20" },
    guests: [guardian("ramiro"), { who: "lucia", part: "interpreter" }],
  },
  { student: "truc", days: 3, clock: "17:40", guests: [guardian("mai")] },
  {
    ...{ student: "ximena", days: 10, clock: "17:00" },
    guests: [guardian("patricia"), { who: "lucia", part: "interpreter" }],
  },
  { student: "maximiliana", days: 10, clock: "17:40", guests: [guardian("consuelo")] },
];

/** Nobody came to Theo’s last conference; the record says what was tried. */
export async function tellTheosLast(telling: Telling): Promise<void> {
  const { tx, calendar, lastSeason: seasonId } = telling;
  const startsAt = calendar.at(calendar.schoolDay(calendar.lastSeason + 4), "16:30");
  const guests = [{ who: "solange", part: "guardian" }] as const;
  const arrangedAt = after(startsAt, -14 * day);
  const conferenceId = await arrange(telling, { student: "theo", seasonId, startsAt, arrangedAt, guests });
  const next = (hours: number) => telling.actor("okafor", after(startsAt, hours * 60 * minute));
  for (const [hours, way, result] of tries)
    await noteContactAttempt(tx, next(hours), conferenceId, { way, result });
  await endConference(tx, next(75), conferenceId, { outcome: "not-met", notMetBecause: "no-show" });
  const { id } = await openRecord(tx, next(76), conferenceId);
  const { revision } = await saveField(tx, next(76), id, {
    ...{ part: "core", field: "nextStep", base: null, language: "en" },
    value: "The office calls on a Saturday, when Ms. Baptiste does not work, and offers a home visit.",
  });
  await sealRecord(tx, next(77), { recordId: id, revision }, telling.signer);
}

const tries = [
  [1, "phone", "Voicemail is full."],
  [24, "letter", "Sent home with Theo."],
  [74, "phone", "Reached; works double shifts on weekdays and asked for a Saturday."],
] as const;
