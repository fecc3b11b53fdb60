import type { MaybeWords, PartValue, Row as Cells, Words } from "#server/forms/form-values.contract.ts";
import { camel, orUnwritten, relationship, said, word } from "./phrases.ts";
import type { Reading } from "./read-content.ts";
import type { Attended, Core, Room, Row } from "./record-content.contract.ts";

type Section = Record<string, PartValue>;

/** Who met, when and where, what the family said, and what happens next. */
export function meetingSections(reading: Reading): Record<string, Section> {
  const { core, annexes, isDraft } = reading;
  const rooms = [core.room, ...annexes.map(({ room }) => room)].filter((room): room is Room => room !== null);
  return {
    student: { facts: factsOf(core, isDraft) },
    participants: rooms.length > 0 ? participantsOf(core, rooms, isDraft) : withheld,
    family: rooms.length > 0 ? familyOf(rooms) : { words: {} },
    next: { steps: { checkIn: checkInOf(core, isDraft), ...teachersOf(core) } },
  };
}

const dash = { text: "–", style: "muted" as const };

/** For a reader of neither the room nor an annex that has it: left out, and said to be. */
const withheld: Section = {
  people: [{ name: word("participants.withheld"), relationship: dash, how: dash }],
};

function factsOf({ student, adviser, conference, school }: Core, isDraft: boolean): Section[string] {
  const from = conference.startedAt ?? conference.startsAt;
  const until = conference.endedAt ?? conference.endsAt;
  const zone = school.zone;
  return {
    grade: word("student.gradeAndClass", { grade: `${student.grade}`, year: `${student.cohortYear}` }),
    number: student.studentNumber,
    adviser,
    conference: outcomeOf(conference) ?? (isDraft ? null : dash),
    date: from ? { day: new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(from)) } : dash,
    time: from ? { at: from, ...(until ? { until } : {}), zone, as: "time" } : dash,
    where: placeOf(conference) ?? dash,
  } satisfies Record<string, MaybeWords>;
}

function outcomeOf({ outcome, continues }: Core["conference"]): Words | null {
  if (!outcome) return null;
  const said = word(`outcome.${camel(outcome)}`);
  return continues ? [said, word("outcome.goesOnFrom", { number: continues })] : said;
}

function placeOf({ place, mode }: Core["conference"]): Words | null {
  if (place) return { text: place };
  return mode ? word(`mode.${camel(mode)}`) : null;
}

function participantsOf(core: Core, rooms: Room[], isDraft: boolean): Section {
  const { conference, fields } = core;
  const people = rooms.flatMap(({ attendance }) => attendance).filter((one) => isDraft || came(one));
  const attempts = rooms.flatMap((room) => room.attempts);
  const { notMetBecause, outcome } = conference;
  const section: Section = { people: people.map((one) => rowOf(one, core)) };
  if (attempts.length > 0 || outcome === "held-without-family" || outcome === "not-met")
    section["attempts"] = attempts.map((attempt) => attemptRow(attempt, core.school.zone));
  if (outcome === "stopped" || outcome === "not-met") {
    section["notMet"] = {
      ...(outcome === "not-met"
        ? { reason: notMetBecause ? word(`reason.${camel(notMetBecause)}`) : null }
        : { remains: orUnwritten(fields["remains"], isDraft) }),
      nextStep:
        outcome === "not-met" ? orUnwritten(fields["nextStep"], isDraft) : continuationOf(core, isDraft),
    };
  }
  return section;
}

const attemptRow = ({ madeAt, way, result }: Room["attempts"][number], zone: string): Cells => ({
  when: { at: madeAt, zone, as: "short" },
  how: word(`way.${camel(way)}`),
  result: { text: result },
});

function continuationOf({ fields }: Core, isDraft: boolean): MaybeWords {
  const on = fields["continuesOn"]?.text;
  if (on) return word("participants.continuesOn", { day: { day: on } });
  return fields["continuation"] ? word("participants.toBeArranged") : isDraft ? null : said(null);
}

const came = ({ attendance }: Attended) => attendance === "present" || attendance === "remote";

const rowOf = (one: Attended, core: Core) => ({
  name: one.ownScriptName ? [one.name, { text: `(${one.ownScriptName})` }] : one.name,
  relationship: relationship(one.relationship, one.part),
  how: howOf(one, core),
  ...(one.part === "guardian" ? { reason: word("participants.guardian") } : {}),
});

function howOf({ attendance, leftAt }: Attended, { conference: { mode }, school: { zone } }: Core): Words {
  if (leftAt && attendance !== "absent")
    return word("participants.until", { time: { at: leftAt, zone, as: "time" } });
  if (attendance === "remote") return word(mode === "phone" ? "mode.phone" : "mode.video");
  if (attendance === null) return word("participants.invited");
  return word(attendance === "present" ? "participants.present" : "participants.absent");
}

function familyOf(rooms: Room[]): Section {
  const [celebrate, concern] = [
    rooms.flatMap((room) => saidBy(room.celebrations, room.celebrationsBy)),
    rooms.flatMap((room) => saidBy(room.concerns, room.concernsBy)),
  ];
  return {
    words: {
      ...(celebrate.length > 0 ? { celebrate } : {}),
      ...(concern.length > 0 ? { concern } : {}),
    },
    questions: rooms.flatMap((room) => room.questions).map(questionOf),
  };
}

/** What was said, and by whom where that was noted. */
const saidBy = (words: Room["concerns"], who: string | undefined) =>
  words ? [said(words), ...(who ? [word("family.saidBy", { who })] : [])] : [];

function questionOf({ columns, language }: Row) {
  const { question = "", saidBy: who = "", agreed = "", owner = "" } = columns;
  const answer = agreed ? [{ text: agreed, lang: language }] : [dash];
  return {
    asked: [
      { text: question || "–", lang: language },
      ...(who ? [{ ...word("family.saidBy", { who }), style: "muted" as const }] : []),
    ],
    answer: owner ? [...answer, "·", { text: owner, style: "muted" as const }] : answer,
  };
}

/** "Astrid Moss: May she hand the lab report in again?" */
function teachersOf({ teachers = [] }: Core): { teachers?: Words } {
  const asked = teachers
    .filter(({ columns }) => columns["question"]?.trim())
    .map(({ columns, language }): Words[] => [
      { text: `${columns["name"] ?? ""}:`, style: "strong" },
      { text: columns["question"]!, lang: language },
    ]);
  return asked.length > 0 ? { teachers: asked.flat(2) as Words } : {};
}

function checkInOf({ fields, conference }: Core, isDraft: boolean): MaybeWords {
  const day = fields["nextCheckIn"]?.text;
  if (day) return { day };
  return isDraft && conference.outcome !== "not-met" ? null : said(null);
}
