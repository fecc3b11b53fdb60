import { uuidv7 } from "uuidv7";
import type { StaffRole } from "#server/access/actor.ts";
import type { School } from "./school.ts";

/** Somebody who can sign in. */
export interface Person {
  readonly districtId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
}

interface PersonFacts {
  language: string;
  email: string | null;
  ownScriptName: string | null;
}

/** Adds a person with an account; "Itzel Navarro Duarte" has the given name Itzel. */
export async function addPerson(
  { db, districtId }: School,
  name: string,
  facts: Partial<PersonFacts> = {},
): Promise<Person> {
  const person: Person = { districtId, accountId: uuidv7(), personId: uuidv7(), name };
  const [givenName = name, ...familyNames] = name.split(" ");
  await db.insertInto("account").values({ id: person.accountId }).execute();
  await db
    .insertInto("person")
    .values({
      districtId,
      id: person.personId,
      accountId: person.accountId,
      givenName,
      familyName: familyNames.join(" ") || "Okoro",
      ...facts,
    })
    .execute();
  if (facts.email) {
    await db
      .insertInto("signInName")
      .values({ districtId, kind: "email", value: facts.email.toLowerCase(), personId: person.personId })
      .execute();
  }
  return person;
}

interface StudentFacts extends PersonFacts {
  grade: number;
  bornOn: string;
  dependencyRecordedOn: string | null;
}

let studentNumber = 204_000;

/** Adds a student; sixteen years old on conference night unless told otherwise. */
export async function addStudent(
  school: School,
  name: string,
  { grade = 10, bornOn = "2010-03-14", dependencyRecordedOn = null, ...facts }: Partial<StudentFacts> = {},
): Promise<Person> {
  const person = await addPerson(school, name, facts);
  const { db, districtId, schoolId } = school;
  await db
    .insertInto("student")
    .values({
      districtId,
      personId: person.personId,
      schoolId,
      studentNumber: `${++studentNumber}`,
      grade,
      cohortYear: 2027 + 12 - grade,
      bornOn,
      dependencyRecordedOn,
    })
    .execute();
  return person;
}

/** Adds a member of staff with roles at the school (a district administrator: for the whole district). */
export async function addStaff(
  school: School,
  name: string,
  roles: StaffRole[] = ["teacher"],
  facts: Partial<PersonFacts> = {},
): Promise<Person> {
  const person = await addPerson(school, name, facts);
  for (const role of roles) {
    const schoolId = role === "district-administrator" ? null : school.schoolId;
    await school.db
      .insertInto("staffRole")
      .values({
        districtId: school.districtId,
        id: uuidv7(),
        personId: person.personId,
        role,
        schoolId,
        fromOn: "2020-08-01",
      })
      .execute();
  }
  return person;
}

/** Makes an advisory of an adviser and her students. */
export async function addAdvisory(
  { db, districtId, schoolId, schoolYearId }: School,
  adviser: Person,
  students: Person[],
): Promise<string> {
  const id = uuidv7();
  await db
    .insertInto("advisory")
    .values({ districtId, id, schoolId, schoolYearId, name: `${adviser.name}’s advisory`, room: "214" })
    .execute();
  await joinAdvisory({ db, districtId }, id, adviser);
  for (const student of students) {
    await db
      .insertInto("advisoryStudent")
      .values({ districtId, advisoryId: id, studentId: student.personId, fromOn: "2026-08-24" })
      .execute();
  }
  return id;
}

/** Lets somebody advise an advisory, for a while. */
export async function joinAdvisory(
  { db, districtId }: Pick<School, "db" | "districtId">,
  advisoryId: string,
  person: Person,
  {
    part = "adviser",
    fromOn = "2026-08-24",
    untilOn = null,
  }: { part?: "adviser" | "co-adviser" | "substitute"; fromOn?: string; untilOn?: string | null } = {},
): Promise<void> {
  await db
    .insertInto("advisoryAdviser")
    .values({ districtId, advisoryId, personId: person.personId, part, fromOn, untilOn })
    .execute();
}

interface GuardianFacts extends PersonFacts {
  relationship: string;
  householdId: string;
  mayInspectRecords: boolean;
  mayAttend: boolean;
  mayBeContacted: boolean;
}

export interface Guardian extends Person {
  readonly householdId: string;
}

/** Adds a guardian of a student, in a household of her own unless one is named. */
export async function addGuardian(
  school: School,
  student: Person,
  name: string,
  facts: Partial<GuardianFacts> = {},
): Promise<Guardian> {
  const {
    relationship = "mother",
    mayInspectRecords = true,
    mayAttend = true,
    mayBeContacted = true,
    householdId,
    ...rest
  } = facts;
  const person = await addPerson(school, name, rest);
  const household = householdId ?? (await addHousehold(school, `${name}’s household`));
  await answerFor(
    school,
    student,
    { ...person, householdId: household },
    { relationship, mayInspectRecords, mayAttend, mayBeContacted },
  );
  return { ...person, householdId: household };
}

/** Makes an existing guardian answer for another child too. */
export async function answerFor(
  { db, districtId }: School,
  student: Person,
  guardian: Guardian,
  facts: Partial<Omit<GuardianFacts, "householdId">> = {},
): Promise<void> {
  const {
    relationship = "mother",
    mayInspectRecords = true,
    mayAttend = true,
    mayBeContacted = true,
  } = facts;
  await db
    .insertInto("guardianship")
    .values({
      districtId,
      guardianId: guardian.personId,
      studentId: student.personId,
      householdId: guardian.householdId,
      relationship,
      mayInspectRecords,
      mayAttend,
      mayBeContacted,
      fromOn: "2020-08-01",
    })
    .execute();
}

export async function addHousehold({ db, districtId }: School, name: string): Promise<string> {
  const id = uuidv7();
  await db.insertInto("household").values({ districtId, id, name }).execute();
  return id;
}

/** Adds a mentor the adviser approved, until the end of the season unless told otherwise. */
export async function addMentor(
  school: School,
  student: Person,
  name: string,
  {
    isMinor = false,
    state = "approved" as const,
    expiresAt = new Date("2026-12-18T00:00:00Z"),
    numbersConsentAt = null,
  }: {
    isMinor?: boolean;
    state?: "proposed" | "approved" | "ended";
    expiresAt?: Date;
    numbersConsentAt?: Date | null;
  } = {},
): Promise<Person> {
  const person = await addPerson(school, name);
  const { db, districtId } = school;
  await db
    .insertInto("mentorship")
    .values({
      districtId,
      studentId: student.personId,
      mentorId: person.personId,
      isMinor,
      state,
      expiresAt,
      numbersConsentAt,
    })
    .execute();
  return person;
}

/** Puts a student on somebody's caseload. */
export async function addToCaseload(
  { db, districtId }: School,
  person: Person,
  student: Person,
  part: "case-manager" | "counsellor",
): Promise<void> {
  await db
    .insertInto("caseload")
    .values({
      districtId,
      personId: person.personId,
      studentId: student.personId,
      part,
      fromOn: "2026-08-24",
    })
    .execute();
}

/** A class that a teacher teaches and students sit in. */
export async function addClass(
  { db, districtId, schoolId, schoolYearId }: School,
  teacher: Person,
  students: Person[],
  title = "Biology, period 3",
  subject = "science",
): Promise<string> {
  const id = uuidv7();
  await db.insertInto("class").values({ districtId, id, schoolId, schoolYearId, title, subject }).execute();
  await db
    .insertInto("classTeacher")
    .values({ districtId, classId: id, personId: teacher.personId, fromOn: "2026-08-24" })
    .execute();
  for (const student of students)
    await db
      .insertInto("classStudent")
      .values({ districtId, classId: id, studentId: student.personId, fromOn: "2026-08-24" })
      .execute();
  return id;
}
