import type { Db } from "#server/database/connect.ts";
import {
  addAdvisory,
  addClass,
  addGuardian,
  addMentor,
  addPerson,
  addStaff,
  addStudent,
  addToCaseload,
  joinAdvisory,
  type Guardian,
  type Person,
} from "#test/support/people.ts";
import { aSchool, addSeason, type School } from "#test/support/school.ts";

/** Everyone the table "who sees what" tells apart. */
export const kinds = [
  "student",
  "student at 18",
  "classmate",
  "guardian",
  "second household's guardian",
  "restricted contact",
  "guardian of an 18-year-old",
  "mentor",
  "minor mentor",
  "interpreter",
  "adviser",
  "co-adviser",
  "last year's adviser",
  "substitute",
  "subject teacher",
  "other teacher",
  "case manager",
  "counsellor",
  "office",
  "school administrator",
  "district administrator",
  "district administrator with a reason",
  "other district's administrator",
  "nobody",
] as const;
export type Kind = (typeof kinds)[number];

/** A student with everybody around her. */
export interface Circle {
  readonly school: School;
  readonly lastSeasonId: string;
  readonly student: Person;
  readonly guardian: Guardian;
  readonly secondGuardian: Guardian;
  readonly adviser: Person;
  readonly lastAdviser: Person;
  readonly mentor: Person;
  readonly minorMentor: Person;
  readonly interpreter: Person;
  readonly classId: string;
}

export interface Cast {
  /** A minor, and everyone around her. */
  readonly minor: Circle;
  /** A student of 18 with the same adviser; her mother had no consent from her. */
  readonly adult: Circle;
  readonly people: Record<Exclude<Kind, "nobody">, Person>;
}

/** Brings the whole cast on stage: one school, two students, twenty people, and a neighbour district. */
export async function bringCast(db: Db): Promise<Cast> {
  const school = await aSchool(db);
  const elsewhere = await aSchool(db, { name: "Far Harbor School" });
  const lastSeasonId = await addSeason(school, {
    code: "2025-S",
    name: "Spring conferences",
    startsOn: "2026-03-02",
    endsOn: "2026-05-29",
    state: "closed",
  });
  const student = await addStudent(school, "Itzel Navarro Duarte");
  const ofAge = await addStudent(school, "Noor Hassan Abdi", { grade: 12, bornOn: "2008-11-01" });
  const classmate = await addStudent(school, "Kofi Mensah-Boateng");
  const staff = await bringStaff(school, [student, ofAge], classmate);
  const minor = await bringCircle(school, lastSeasonId, student, staff);
  const adult = await bringCircle(school, lastSeasonId, ofAge, staff);
  const restricted = await addGuardian(school, student, "Efraín Duarte", {
    relationship: "uncle",
    mayInspectRecords: false,
    mayAttend: false,
    mayBeContacted: false,
  });
  return {
    minor,
    adult,
    people: {
      student,
      "student at 18": ofAge,
      classmate,
      guardian: minor.guardian,
      "second household's guardian": minor.secondGuardian,
      "restricted contact": restricted,
      "guardian of an 18-year-old": adult.guardian,
      mentor: minor.mentor,
      "minor mentor": minor.minorMentor,
      interpreter: minor.interpreter,
      ...staff.people,
      "other district's administrator": await addStaff(elsewhere, "Ruth Castellano", [
        "school-administrator",
        "district-administrator",
      ]),
    },
  };
}

interface StaffOfSchool {
  readonly classId: string;
  readonly people: Record<
    | "adviser"
    | "co-adviser"
    | "last year's adviser"
    | "substitute"
    | "subject teacher"
    | "other teacher"
    | "case manager"
    | "counsellor"
    | "office"
    | "school administrator"
    | "district administrator"
    | "district administrator with a reason",
    Person
  >;
}

async function bringStaff(school: School, students: Person[], classmate: Person): Promise<StaffOfSchool> {
  const adviser = await addStaff(school, "Daniel Okafor");
  const advisory = await addAdvisory(school, adviser, [...students, classmate]);
  const coAdviser = await addStaff(school, "Mirela Petrescu");
  await joinAdvisory(school, advisory, coAdviser, { part: "co-adviser" });
  const substitute = await addStaff(school, "Tomasz Wójcik");
  await joinAdvisory(school, advisory, substitute, {
    part: "substitute",
    fromOn: "2026-11-09",
    untilOn: "2026-11-20",
  });
  const lastAdviser = await addStaff(school, "Hana Sato");
  await joinAdvisory(school, advisory, lastAdviser, { fromOn: "2025-08-25", untilOn: "2026-06-12" });
  const teacher = await addStaff(school, "Folasade Adeyemi");
  const classId = await addClass(school, teacher, [...students, classmate]);
  const [caseManager, counsellor] = [
    await addStaff(school, "Greta Lindgren", ["case-manager"]),
    await addStaff(school, "Samuel Ortiz", ["counsellor"]),
  ];
  for (const each of students) {
    await addToCaseload(school, caseManager, each, "case-manager");
    await addToCaseload(school, counsellor, each, "counsellor");
  }
  const withReason = await addStaff(school, "Yusuf Demir", ["district-administrator"]);
  for (const each of students) await stateReason(school, withReason, each);
  return {
    classId,
    people: {
      adviser,
      "co-adviser": coAdviser,
      "last year's adviser": lastAdviser,
      substitute,
      "subject teacher": teacher,
      "other teacher": await addStaff(school, "Pilar Castellano"),
      "case manager": caseManager,
      counsellor,
      office: await addStaff(school, "Bernadette Quill", ["office"]),
      "school administrator": await addStaff(school, "Ngozi Eze", ["school-administrator"]),
      "district administrator": await addStaff(school, "Alan Whitcombe", ["district-administrator"]),
      "district administrator with a reason": withReason,
    },
  };
}

async function stateReason({ db, districtId }: School, person: Person, student: Person): Promise<void> {
  await db
    .insertInto("statedReason")
    .values({
      districtId,
      id: crypto.randomUUID(),
      personId: person.personId,
      studentId: student.personId,
      reason: "A complaint by the family",
      statedAt: "2026-11-12T16:00:00Z",
      expiresAt: "2026-11-14T16:00:00Z",
    })
    .execute();
}

async function bringCircle(
  school: School,
  lastSeasonId: string,
  student: Person,
  staff: StaffOfSchool,
): Promise<Circle> {
  const [adviser, lastAdviser] = [staff.people.adviser, staff.people["last year's adviser"]];
  return {
    school,
    lastSeasonId,
    student,
    adviser,
    lastAdviser,
    classId: staff.classId,
    guardian: await addGuardian(school, student, "Rosa Duarte", { language: "es" }),
    secondGuardian: await addGuardian(school, student, "Héctor Navarro", {
      relationship: "father",
      language: "es",
    }),
    mentor: await addMentor(school, student, "Imani Brooks"),
    minorMentor: await addMentor(school, student, "Theo Baptiste-Laurent", { isMinor: true }),
    interpreter: await addPerson(school, "Lucía Ferrer"),
  };
}
