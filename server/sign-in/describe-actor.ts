import { sql } from "kysely";
import { hasRole, isStaff, type Actor } from "#server/access/actor.ts";
import { isSelfOfAge } from "#server/access/relations.ts";
import type { Db } from "#server/database/connect.ts";
import type { SessionActor } from "./session.contract.ts";

/** What the pages need to know about who is signed in. */
export async function describeActor(db: Db, actor: Actor): Promise<SessionActor> {
  const { districtId, personId } = actor;
  const person = await db
    .selectFrom("person")
    .innerJoin("district", "district.id", "person.districtId")
    .select(["person.givenName", "person.familyName", "person.language", "district.name as districtName"])
    .where("person.districtId", "=", districtId)
    .where("person.id", "=", personId)
    .executeTakeFirstOrThrow();
  const school = await homeSchool(db, actor);
  return {
    personId,
    name: `${person.givenName} ${person.familyName}`,
    givenName: person.givenName,
    kind: kindOf(actor),
    roles: [...actor.roles],
    language: person.language,
    school: school ?? null,
    districtName: person.districtName,
    may: {
      careForFiles: hasRole(actor, "school-administrator"),
      arrangeConferences: actor.isAdviser || hasRole(actor, "office", "school-administrator"),
      planSeasons: hasRole(actor, "school-administrator", "district-administrator"),
      keepPeople: hasRole(actor, "office", "school-administrator"),
      readPeople: hasRole(actor, "office", "school-administrator", "district-administrator"),
      enterNumbers: hasRole(actor, "counsellor", "school-administrator"),
      decideConsents: actor.isStudent && (await isOfAge(db, actor)),
      readOutbox: hasRole(actor, "school-administrator", "district-administrator"),
    },
  };
}

/** From 18 on a student decides herself who may see and come. */
async function isOfAge(db: Db, actor: Actor): Promise<boolean> {
  const found = await db
    .selectFrom("student")
    .select("personId")
    .where("districtId", "=", actor.districtId)
    .where("personId", "=", actor.personId)
    .where(isSelfOfAge(actor, sql.ref("student.personId")))
    .executeTakeFirst();
  return found !== undefined;
}

/** One person may be several things; the home page is chosen by what she most likely came for. */
export function kindOf(actor: Actor): SessionActor["kind"] {
  if (actor.isStudent) return "student";
  if (actor.isAdviser) return "adviser";
  if (hasRole(actor, "school-administrator", "district-administrator")) return "administrator";
  if (isStaff(actor)) return "staff";
  if (actor.isGuardian) return "guardian";
  if (actor.isInterpreter) return "interpreter";
  return "mentor";
}

const homeSchool = (db: Db, { districtId, personId }: Actor) =>
  db
    .selectFrom("school")
    .leftJoin("student", (join) =>
      join
        .onRef("student.districtId", "=", "school.districtId")
        .onRef("student.schoolId", "=", "school.id")
        .on("student.personId", "=", personId),
    )
    .select(["school.id", "school.name", "school.timeZone as zone", "school.phone"])
    .where("school.districtId", "=", districtId)
    .orderBy("student.personId", (order) => order.asc().nullsLast())
    .orderBy("school.id")
    .executeTakeFirst();
