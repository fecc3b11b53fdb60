import { uuidv7 } from "uuidv7";
import { hashPassword } from "#server/sign-in/password.ts";
import type { CastMember } from "./cast-member.ts";
import { cast, demoPeople, kinships, type CastKey } from "./cast.ts";
import type { Telling } from "./telling.ts";

const everybody = Object.entries(cast) as [CastKey, CastMember][];

/** Makes everybody a person with an account, and says who answers for whom. */
export async function enrolEverybody(telling: Telling, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  for (const [key, member] of everybody) {
    await enrol(telling, key, member, member.username ? passwordHash : null);
    if (member.as === "student") await enrolStudent(telling, key, member);
    if (member.as === "guardian" && !member.home) await openHome(telling, key, member);
    if (member.roles) await employ(telling, key, member.roles);
  }
  await bindFamilies(telling);
  await openDoors(telling);
}

async function enrol(telling: Telling, key: CastKey, member: CastMember, passwordHash: string | null) {
  const { tx, districtId, calendar } = telling;
  const { accountId, personId } = telling.of(key);
  const [givenName, familyName] = member.name;
  await tx.insertInto("account").values({ id: accountId, passwordHash, createdAt: calendar.now }).execute();
  await tx
    .insertInto("person")
    .values({
      districtId,
      id: personId,
      accountId,
      givenName,
      familyName,
      ownScriptName: member.ownScriptName ?? null,
      salutation: member.salutation ?? null,
      language: member.language ?? "en",
      email: member.email ?? null,
      phone: member.phone ?? null,
    })
    .execute();
  const names = [
    ...(member.username ? [{ kind: "username", value: member.username }] : []),
    ...(member.email ? [{ kind: "email", value: member.email.toLowerCase() }] : []),
  ].map((name) => ({ ...name, districtId, personId }));
  if (names.length > 0) await tx.insertInto("signInName").values(names).execute();
}

let nextNumber = 204_117;

async function enrolStudent(telling: Telling, key: CastKey, member: CastMember) {
  const { tx, calendar, districtId } = telling;
  const [years, days] = member.age ?? [15, 0];
  const grade = member.grade ?? 10;
  const endsIn = Number(calendar.year.endsOn.slice(0, 4));
  const birthday = calendar.day(-days);
  const { personId } = telling.of(key);
  await tx
    .insertInto("student")
    .values({
      districtId,
      personId,
      schoolId: telling.schoolOf(key),
      studentNumber: String(nextNumber++),
      grade,
      cohortYear: endsIn + 12 - grade,
      bornOn: `${Number(birthday.slice(0, 4)) - years}${birthday.slice(4).replace("02-29", "02-28")}`,
    })
    .execute();
}

async function openHome(telling: Telling, key: CastKey, { name }: CastMember) {
  const { tx, districtId } = telling;
  const home = { districtId, id: telling.of(key).householdId, name: `${name[0]}’s home` };
  await tx.insertInto("household").values(home).execute();
}

async function employ(telling: Telling, key: CastKey, roles: CastMember["roles"] & object) {
  const { tx, districtId } = telling;
  for (const role of roles)
    await tx
      .insertInto("staffRole")
      .values({
        districtId,
        id: uuidv7(),
        personId: telling.of(key).personId,
        role,
        schoolId: telling.schoolOf(key),
        fromOn: "2019-08-01",
      })
      .execute();
}

async function bindFamilies(telling: Telling) {
  const { tx, districtId } = telling;
  for (const { student, guardian, ...facts } of kinships)
    await tx
      .insertInto("guardianship")
      .values({
        ...facts,
        districtId,
        studentId: telling.of(student).personId,
        guardianId: telling.of(guardian).personId,
        householdId: telling.homeOf(guardian),
        fromOn: "2020-08-01",
      })
      .execute();
}

async function openDoors(telling: Telling) {
  const { tx, districtId } = telling;
  const doors = demoPeople.map((key, position) => ({
    districtId,
    key,
    personId: telling.of(key).personId,
    position,
  }));
  await tx.insertInto("demoPerson").values(doors).execute();
}
