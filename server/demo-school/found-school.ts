import { uuidv7 } from "uuidv7";
import { seasonOf, type StoryYear } from "./calendar.ts";
import type { CastKey } from "./cast.ts";
import type { Telling } from "./telling.ts";

const calderBay = {
  name: "Calder Bay School",
  code: "CBS",
  lowestGrade: 9,
  highestGrade: 12,
  phone: "(555) 555-0142",
};
const tidewater = {
  name: "Tidewater Middle School",
  code: "TMS",
  lowestGrade: 6,
  highestGrade: 8,
  phone: "(555) 555-0138",
};

/** The district, its two schools, the years and seasons the story touches. */
export async function foundSchool(telling: Telling): Promise<void> {
  const { tx, districtId, schoolId, middleSchoolId, calendar } = telling;
  await tx
    .insertInto("district")
    .values({ id: districtId, name: "Calder Bay Unified", isDemo: true, createdAt: calendar.now })
    .execute();
  const ours = { districtId, timeZone: calendar.zone };
  await tx
    .insertInto("school")
    .values([
      { ...ours, id: schoolId, ...calderBay },
      { ...ours, id: middleSchoolId, ...tidewater },
    ])
    .execute();
  const years = new Map<string, string>();
  // Open while its story is told; `closeSeason` ends it.
  for (const [id, middle] of [
    [telling.earlierSeason, calendar.earlierSeason],
    [telling.lastSeason, calendar.lastSeason],
    [telling.season, 0],
  ] as const) {
    const year = middle === 0 ? calendar.year : calendar.yearOf(calendar.day(middle));
    const yearId = years.get(year.name) ?? (await openYear(telling, schoolId, year));
    years.set(year.name, yearId);
    await openSeason(telling, { id, schoolId, schoolYearId: yearId }, middle);
  }
  const middleYearId = await openYear(telling, middleSchoolId, calendar.year);
  const middleSeason = {
    id: telling.middleSchoolSeason,
    schoolId: middleSchoolId,
    schoolYearId: middleYearId,
  };
  await openSeason(telling, middleSeason, 0);
}

async function openYear({ tx, districtId }: Telling, schoolId: string, year: StoryYear): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto("schoolYear")
    .values({ districtId, id, schoolId, ...year })
    .execute();
  return id;
}

async function openSeason(
  { tx, districtId, calendar }: Telling,
  of: { id: string; schoolId: string; schoolYearId: string },
  middle: number,
) {
  await tx
    .insertInto("season")
    .values({
      districtId,
      ...of,
      ...seasonOf(calendar.day(middle)),
      startsOn: calendar.day(middle - 10),
      endsOn: calendar.day(middle + 26),
      minutes: 30,
      agenda: "default",
      state: "open",
    })
    .execute();
}

/** Nothing more happens in a season that is over. */
export const closeSeason = ({ tx, districtId }: Telling, seasonId: string) =>
  tx
    .updateTable("season")
    .set({ state: "closed" })
    .where("districtId", "=", districtId)
    .where("id", "=", seasonId)
    .execute();

const advisories: { adviser: CastKey; room: string; students: CastKey[] }[] = [
  {
    adviser: "okafor",
    room: "214",
    students: [
      "itzel",
      "kofi",
      "minh",
      "wren",
      "theo",
      "layla",
      "priya",
      "tomasz",
      "deshawn",
      "mele",
      "sofia",
      "jonas",
    ],
  },
  {
    adviser: "lindgren",
    room: "118",
    students: [
      "noor",
      "caleb",
      "truc",
      "seun",
      "ximena",
      "oleksandr",
      "harper",
      "yasmin",
      "maximiliana",
      "kai",
      "beatriz",
    ],
  },
  { adviser: "sato", room: "031", students: ["emiliano"] },
];

const classes: { teacher: CastKey; title: string; subject: string; students: CastKey[] }[] = [
  {
    teacher: "adeyemi",
    title: "Biology, period 3",
    subject: "science",
    students: ["itzel", "kofi", "wren", "tomasz", "mele"],
  },
  {
    teacher: "lindgren",
    title: "Geometry, period 5",
    subject: "math",
    students: ["itzel", "minh", "theo", "priya", "sofia"],
  },
];

/** Advisories stay together from year to year; classes are this year's. */
export async function formGroups(telling: Telling): Promise<void> {
  const { calendar, tx } = telling;
  const years = await tx
    .selectFrom("schoolYear")
    .select(["id", "schoolId", "startsOn", "endsOn"])
    .where("districtId", "=", telling.districtId)
    .execute();
  for (const year of years)
    for (const group of advisories)
      if (telling.schoolOf(group.adviser) === year.schoolId) await formAdvisory(telling, year, group);
  const thisYear = years.find(
    ({ startsOn, schoolId }) => startsOn === calendar.year.startsOn && schoolId === telling.schoolId,
  );
  if (thisYear) for (const group of classes) await formClass(telling, thisYear, group);
}

interface Year {
  readonly id: string;
  readonly schoolId: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

async function formAdvisory(telling: Telling, year: Year, group: (typeof advisories)[number]) {
  const { tx, districtId, calendar } = telling;
  const { schoolId } = year;
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
  const { tx, districtId } = telling;
  const { schoolId } = year;
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
