import { createDemoSchool } from "#server/demo-school/create-demo-school.ts";
import { signer, type Lectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";

/** The demo school with everybody and everything in it found by name. */
export interface Demo {
  /** Somebody by her given name. */
  person(givenName: string): Person;
  /** The newest conference of a student in one of these states. */
  conferenceOf(givenName: string, ...states: string[]): string;
  /** What a student presented last. */
  presentationOf(givenName: string): string;
  /** The newest piece on a student's shelf. */
  pieceOf(givenName: string): string;
  /** The record of her last conference that has one. */
  recordOf(givenName: string): string;
  readonly seasonId: string;
  readonly advisoryId: string;
  readonly messageId: string;
  readonly schoolFormId: string;
  readonly recordTemplateId: string;
}

/** Tells the demo school's story in the database of a test. */
export async function openDemo({ db, files, now }: Lectern): Promise<Demo> {
  await createDemoSchool({ db, files, signer, now, zone: "America/Los_Angeles" });
  const people = await db
    .selectFrom("person")
    .select(["districtId", "id as personId", "accountId", "givenName"])
    .execute();
  const conferences = await db
    .selectFrom("conference")
    .select(["id", "studentId", "state"])
    .orderBy("startsAt", "desc")
    .execute();
  const presentations = await db
    .selectFrom("presentation")
    .select(["id", "studentId"])
    .where("state", "=", "ended")
    .orderBy("startedAt", "desc")
    .execute();
  const pieces = await db
    .selectFrom("workSample")
    .select(["id", "studentId"])
    .orderBy("createdAt", "desc")
    .execute();
  const records = await db
    .selectFrom("conferenceRecord")
    .select(["id", "studentId"])
    .where("state", "=", "sealed")
    .orderBy("sealedAt", "desc")
    .execute();
  const advisory = await db
    .selectFrom("advisory")
    .innerJoin("schoolYear", (join) =>
      join
        .onRef("schoolYear.districtId", "=", "advisory.districtId")
        .onRef("schoolYear.id", "=", "advisory.schoolYearId"),
    )
    .select("advisory.id")
    .where("advisory.room", "=", "118")
    .orderBy("schoolYear.startsOn", "desc")
    .executeTakeFirstOrThrow();
  const season = await db
    .selectFrom("season")
    .innerJoin("school", (join) =>
      join.onRef("school.districtId", "=", "season.districtId").onRef("school.id", "=", "season.schoolId"),
    )
    .select("season.id")
    .where("season.state", "=", "open")
    .where("school.code", "=", "CBS")
    .orderBy("season.startsOn", "desc")
    .executeTakeFirstOrThrow();
  const form = await db.selectFrom("schoolForm").select("id").executeTakeFirstOrThrow();
  const template = await db.selectFrom("recordTemplate").select("id").executeTakeFirstOrThrow();
  const message = await db.selectFrom("outgoingMessage").select("id").executeTakeFirstOrThrow();
  const found = <T>(thing: T | undefined, what: string): T => {
    if (thing === undefined) throw new Error(`The demo school has no ${what}.`);
    return thing;
  };
  const person = (name: string) => {
    const one = found(
      people.find(({ givenName }) => givenName === name),
      name,
    );
    const accountId = found(one.accountId ?? undefined, `account of ${name}`);
    return { ...one, name, accountId };
  };
  const isOf = (name: string) => {
    const { personId } = person(name);
    return ({ studentId }: { studentId: string }) => studentId === personId;
  };
  return {
    person,
    conferenceOf: (name, ...states) =>
      found(
        conferences.filter(isOf(name)).find(({ state }) => states.includes(state)),
        `conference of ${name}`,
      ).id,
    presentationOf: (name) => found(presentations.find(isOf(name)), `presentation of ${name}`).id,
    pieceOf: (name) => found(pieces.find(isOf(name)), `piece of ${name}`).id,
    recordOf: (name) => found(records.find(isOf(name)), `record of ${name}`).id,
    seasonId: season.id,
    advisoryId: advisory.id,
    messageId: message.id,
    schoolFormId: form.id,
    recordTemplateId: template.id,
  };
}
