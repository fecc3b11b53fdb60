import { uuidv7 } from "uuidv7";
import { seasonOf, type StoryYear } from "./calendar.ts";
import type { CastKey } from "./cast.ts";
import type { Telling } from "./telling.ts";

/** The district, its school, the years and seasons the story touches. */
export async function foundSchool(telling: Telling): Promise<void> {
  const { tx, districtId, schoolId, calendar } = telling;
  await tx
    .insertInto("district")
    .values({ id: districtId, name: "Calder Bay Unified", isDemo: true, createdAt: calendar.now })
    .execute();
  await tx
    .insertInto("school")
    .values({
      districtId,
      id: schoolId,
      name: "Calder Bay School",
      code: "CBS",
      timeZone: calendar.zone,
      lowestGrade: 6,
      highestGrade: 12,
      phone: "(555) 555-0142",
    })
    .execute();
  const lastDay = calendar.day(calendar.lastSeason);
  const [year, lastYear] = [calendar.year, calendar.yearOf(lastDay)];
  const yearId = await openYear(telling, year);
  const lastYearId = lastYear.startsOn === year.startsOn ? yearId : await openYear(telling, lastYear);
  // Open while its story is told; `closeLastSeason` ends it.
  await openSeason(telling, telling.lastSeason, lastYearId, calendar.lastSeason);
  await openSeason(telling, telling.season, yearId, 0);
}

async function openYear({ tx, districtId, schoolId }: Telling, year: StoryYear): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto("schoolYear")
    .values({ districtId, id, schoolId, ...year })
    .execute();
  return id;
}

async function openSeason(
  { tx, districtId, schoolId, calendar }: Telling,
  id: string,
  schoolYearId: string,
  middle: number,
) {
  await tx
    .insertInto("season")
    .values({
      districtId,
      id,
      schoolId,
      schoolYearId,
      ...seasonOf(calendar.day(middle)),
      startsOn: calendar.day(middle - 10),
      endsOn: calendar.day(middle + 26),
      minutes: 30,
      agenda: "default",
      recordTemplate: "conference-record",
      state: "open",
    })
    .execute();
}

/** Nothing more happens in the season before. */
export const closeLastSeason = ({ tx, districtId, lastSeason }: Telling) =>
  tx
    .updateTable("season")
    .set({ state: "closed" })
    .where("districtId", "=", districtId)
    .where("id", "=", lastSeason)
    .execute();

const advisories: { adviser: CastKey; room: string; students: CastKey[] }[] = [
  { adviser: "okafor", room: "214", students: ["itzel", "kofi", "minh", "wren", "theo", "layla"] },
  { adviser: "lindgren", room: "118", students: ["noor"] },
  { adviser: "sato", room: "031", students: ["emiliano"] },
];

const classes: { teacher: CastKey; title: string; subject: string; students: CastKey[] }[] = [
  { teacher: "adeyemi", title: "Biology, period 3", subject: "science", students: ["itzel", "kofi", "wren"] },
  { teacher: "lindgren", title: "Geometry, period 5", subject: "math", students: ["itzel", "minh", "theo"] },
];

/** Advisories stay together from year to year; classes are this year's. */
export async function formGroups(telling: Telling): Promise<void> {
  const { calendar, tx } = telling;
  const years = await tx
    .selectFrom("schoolYear")
    .select(["id", "startsOn", "endsOn"])
    .where("districtId", "=", telling.districtId)
    .execute();
  for (const year of years) for (const group of advisories) await formAdvisory(telling, year, group);
  const thisYear = years.find(({ startsOn }) => startsOn === calendar.year.startsOn);
  if (thisYear) for (const group of classes) await formClass(telling, thisYear, group);
}

interface Year {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

async function formAdvisory(telling: Telling, year: Year, group: (typeof advisories)[number]) {
  const { tx, districtId, schoolId, calendar } = telling;
  const id = uuidv7();
  const name = `Advisory ${group.room}`;
  await tx
    .insertInto("advisory")
    .values({ districtId, id, schoolId, schoolYearId: year.id, name, room: group.room })
    .execute();
  const isOver = year.startsOn !== calendar.year.startsOn;
  const during = { fromOn: year.startsOn, untilOn: isOver ? dayBefore(calendar.year.startsOn) : null };
  const member = { districtId, advisoryId: id, ...during };
  await tx
    .insertInto("advisoryAdviser")
    .values({ ...member, personId: telling.of(group.adviser).personId, part: "adviser" })
    .execute();
  const students = isOver ? group.students.filter((key) => key !== "layla") : group.students;
  await tx
    .insertInto("advisoryStudent")
    .values(students.map((key) => ({ ...member, studentId: telling.of(key).personId })))
    .execute();
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

async function formClass(telling: Telling, year: Year, group: (typeof classes)[number]) {
  const { tx, districtId, schoolId } = telling;
  const id = uuidv7();
  const { title, subject } = group;
  await tx
    .insertInto("class")
    .values({ districtId, id, schoolId, schoolYearId: year.id, title, subject })
    .execute();
  const member = { districtId, classId: id, fromOn: year.startsOn };
  await tx
    .insertInto("classTeacher")
    .values({ ...member, personId: telling.of(group.teacher).personId })
    .execute();
  await tx
    .insertInto("classStudent")
    .values(group.students.map((key) => ({ ...member, studentId: telling.of(key).personId })))
    .execute();
}
