import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";

/** A school with its district, its year and an open season. */
export interface School {
  readonly db: Db;
  readonly districtId: string;
  readonly schoolId: string;
  readonly schoolYearId: string;
  readonly seasonId: string;
}

interface SchoolFacts {
  name: string;
  zone: string;
  seasonState: "draft" | "open" | "frozen" | "closed";
  minutes: number;
}

/** Opens a school in a district of its own: fall conferences 2026, half an hour each. */
export async function aSchool(db: Db, facts: Partial<SchoolFacts> = {}): Promise<School> {
  const districtId = uuidv7();
  await db.insertInto("district").values({ id: districtId, name: "Calder Bay Unified" }).execute();
  return await addSchool(db, districtId, facts);
}

/** Adds another school to a district. */
export async function addSchool(
  db: Db,
  districtId: string,
  facts: Partial<SchoolFacts> = {},
): Promise<School> {
  const {
    name = "Calder Bay School",
    zone = "America/Los_Angeles",
    seasonState = "open",
    minutes = 30,
  } = facts;
  const school: School = { db, districtId, schoolId: uuidv7(), schoolYearId: uuidv7(), seasonId: uuidv7() };
  const { schoolId, schoolYearId, seasonId } = school;
  const code = `S${schoolId.slice(-6).toUpperCase()}`;
  await db
    .insertInto("school")
    .values({ districtId, id: schoolId, name, code, timeZone: zone, lowestGrade: 6, highestGrade: 12 })
    .execute();
  await db
    .insertInto("schoolYear")
    .values({
      districtId,
      id: schoolYearId,
      schoolId,
      name: "2026–27",
      startsOn: "2026-08-24",
      endsOn: "2027-06-11",
    })
    .execute();
  await db
    .insertInto("season")
    .values({
      districtId,
      id: seasonId,
      schoolId,
      schoolYearId,
      name: "Fall conferences",
      code: "2026-F",
      startsOn: "2026-11-02",
      endsOn: "2026-12-18",
      minutes,
      agenda: "default",
      state: seasonState,
    })
    .execute();
  return school;
}

/** An earlier or later season of the same school. */
export async function addSeason(
  { db, districtId, schoolId, schoolYearId }: School,
  facts: { code: string; name: string; startsOn: string; endsOn: string; state: SchoolFacts["seasonState"] },
): Promise<string> {
  const id = uuidv7();
  await db
    .insertInto("season")
    .values({
      districtId,
      id,
      schoolId,
      schoolYearId,
      minutes: 30,
      agenda: "default",
      ...facts,
    })
    .execute();
  return id;
}
