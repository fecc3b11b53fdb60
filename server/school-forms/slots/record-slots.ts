import { Reader } from "#server/forms/reader.ts";
import { wordsOf } from "#server/records/content/templates.ts";
import { camel, relationship, word } from "#server/records/content/phrases.ts";
import type {
  Attended,
  Promised,
  RecordContent,
  Room,
  Written,
} from "#server/records/content/record-content.contract.ts";
import { ownSlotValues } from "./own-slots.ts";
import type { SlotValue, SlotValues } from "./slot.ts";

/** What a record says in every slot, in a reader's language; what people wrote stays as they wrote it. */
export function recordSlots(content: RecordContent, language: string): SlotValues {
  const reader = new Reader(wordsOf("conference-record", language), language);
  const rooms = [content.core.room, ...content.annexes.map(({ room }) => room)].filter(
    (room): room is Room => room !== null,
  );
  return {
    ...studentSlots(content),
    ...meetingSlots(content, rooms, reader),
    ...writtenSlots(content, rooms),
    ...numberSlots(content, reader),
    ...goalSlots(content, reader),
    ...signatureSlots(content),
    ...ownSlotValues(content, reader, language),
  };
}

const text = (value: string | null | undefined): SlotValue[] => (value ? [{ text: value }] : []);
const day = (value: string | null | undefined): SlotValue => (value ? { day: value } : {});
const written = (...all: (Written | null | undefined)[]): SlotValue[] => {
  const said = all.flatMap((each) => (each && each.text.trim() !== "" ? [each.text] : []));
  return said.length > 0 ? [{ text: said.join("\n") }] : [];
};

function studentSlots({ core }: RecordContent): SlotValues {
  const { student, school, season, adviser, seal } = core;
  return {
    "student-name": text(student.name),
    "student-first-name": text(student.givenName),
    "student-number": text(student.studentNumber),
    "student-grade": text(String(student.grade)),
    "student-class-of": text(String(student.cohortYear)),
    "school-name": text(school.name),
    "season-name": text(season.name),
    "adviser-name": text(adviser),
    "record-number": text(seal?.number),
  };
}

function meetingSlots({ core }: RecordContent, rooms: Room[], reader: Reader): SlotValues {
  const { conference, school, fields } = core;
  const from = conference.startedAt ?? conference.startsAt;
  const until = conference.endedAt ?? conference.endsAt;
  const clock = (at: string) => (at ? reader.plain({ at, zone: school.zone, as: "time" }) : null);
  const came = rooms.flatMap(({ attendance }) => attendance).filter(isHere);
  const family = came.filter(({ part }) => part === "guardian");
  const relationshipOf = (one: Attended): SlotValue => ({
    text: reader.plain(relationship(one.relationship, one.part)),
  });
  const keyed = (key: string | null, area: string) =>
    key ? [{ key, text: reader.plain(word(`${area}.${camel(key)}`)) }] : [];
  return {
    "met-on": from
      ? [{ day: new Intl.DateTimeFormat("sv-SE", { timeZone: school.zone }).format(new Date(from)) }]
      : [],
    "met-from": text(clock(from)),
    "met-until": text(clock(until)),
    place: text(conference.place),
    "met-how": keyed(conference.mode, "mode"),
    outcome: keyed(conference.outcome, "outcome"),
    interpreter: [{ key: came.some(({ part }) => part === "interpreter") ? "yes" : "no" }],
    "family-came": [{ key: family.length > 0 ? "yes" : "no" }],
    "family-name": family.map(({ name }) => ({ text: name })),
    "family-relationship": family.map(relationshipOf),
    "person-name": came.map(({ name }) => ({ text: name })),
    "person-relationship": came.map(relationshipOf),
    "next-check-in": [day(fields["nextCheckIn"]?.text)],
  };
}

const isHere = ({ attendance }: Attended): boolean => attendance === "present" || attendance === "remote";

function writtenSlots({ core, annexes }: RecordContent, rooms: Room[]): SlotValues {
  const { fields } = core;
  const questions = rooms.flatMap((room) => room.questions).map(({ columns }) => columns);
  return {
    proud: written(fields["proud"]),
    growth: written(fields["growth"]),
    strengths: written(fields["strengths"]),
    "growth-areas": written(fields["growthAreas"]),
    "wants-support": written(fields["support"]),
    "after-school": written(fields["afterSchool"]),
    "adviser-strengths": written(fields["adviserStrengths"]),
    "language-arts-note": written(fields["languageArtsNote"] ?? fields["languageArtsNotTested"]),
    "math-note": written(fields["mathNote"] ?? fields["mathNotTested"]),
    celebrations: written(...rooms.map(({ celebrations }) => celebrations)),
    concerns: written(...rooms.map(({ concerns }) => concerns)),
    comments: written(...annexes.map((annex) => annex.fields["comments"])),
    question: questions.map(({ question = "" }) => ({ text: question })),
    agreed: questions.map(({ agreed = "" }) => ({ text: agreed })),
    "question-owner": questions.map(({ owner = "" }) => ({ text: owner })),
    "work-title": core.shown.map(({ title }) => ({ text: title })),
  };
}

function numberSlots({ core }: RecordContent, reader: Reader): SlotValues {
  const tested = core.results.filter(({ score }) => score !== null);
  const audit = core.credits[0];
  const plans = core.supportPlans;
  return {
    "result-test": tested.map(({ test }) => ({ text: test })),
    "result-area": tested.map(({ area }) => ({ text: reader.plain(word(`area.${camel(area)}`)) })),
    "result-score": tested.map(({ score }) => ({ text: String(score) })),
    "result-band": tested.map(({ band }) => ({ text: band ?? "" })),
    "credits-earned": text(audit && String(audit.earned)),
    "credits-required": text(audit && String(audit.required)),
    "credits-short": text(audit && String(audit.short)),
    standing: audit ? [{ key: audit.standing }] : [],
    need: plans.map(({ need }) => ({ text: reader.plain(word(`need.${camel(need)}`)) })),
    support: plans.map(({ action }) => ({ text: action })),
    "support-provider": plans.map(({ provider }) => ({ text: provider })),
    "support-from": plans.map(({ startsOn }) => day(startsOn)),
    "support-often": plans.map(({ frequency }) => ({ text: frequency })),
    "support-measure": plans.map(({ measure }) => ({ text: measure })),
    "support-review": plans.map(({ reviewOn }) => day(reviewOn)),
  };
}

function goalSlots({ core, annexes }: RecordContent, reader: Reader): SlotValues {
  const home = annexes.flatMap(({ promises }) => promises);
  const side = (goalId: string, promises: Promised[], which: Promised["side"]): SlotValue => ({
    text: promises
      .filter((one) => one.goalId === goalId && one.side === which)
      .map(({ wording }) => wording.text)
      .join("; "),
  });
  const goals = core.goals.map((goal) => ({ ...goal, promises: [...goal.promises, ...home] }));
  return {
    goal: goals.map(({ wording }) => ({ text: wording.text })),
    "goal-kind": goals.map(({ category }) => ({ text: reader.plain(word(`goals.${camel(category)}`)) })),
    "goal-measure": goals.map(({ measure }) => ({ text: measure })),
    "goal-due": goals.map(({ dueOn }) => day(dueOn)),
    "goal-student": goals.map(({ id, promises }) => side(id, promises, "student")),
    "goal-home": goals.map(({ id, promises }) => side(id, promises, "family")),
    "goal-school": goals.map(({ id, promises }) => side(id, promises, "school")),
  };
}

function signatureSlots({ core, annexes }: RecordContent): SlotValues {
  const signed = [...core.signed, ...annexes.flatMap((annex) => annex.signed)];
  const { seal, school } = core;
  const dayIn = (at: string) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: school.zone }).format(new Date(at));
  const students = signed.filter(({ role }) => role === "student");
  const family = signed.filter(({ role }) => role !== "student");
  return {
    "signed-student": students.map(({ typedName }) => ({ text: typedName })),
    "signed-student-on": students.map(({ givenAt }) => ({ day: dayIn(givenAt) })),
    "signed-family": family.map(({ typedName }) => ({ text: typedName })),
    "signed-family-on": family.map(({ givenAt }) => ({ day: dayIn(givenAt) })),
    "signed-adviser": text(seal?.sealedBy),
    "signed-adviser-on": seal ? [{ day: dayIn(seal.sealedAt) }] : [],
  };
}
