import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { readsNumbersOf } from "#server/access/audiences.ts";
import { presentableBy } from "#server/conferences/conference.access.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { editableBy, readableBy } from "../portfolio.access.ts";
import { isBarredFromNumbers } from "../presentation.access.ts";
import type { ShownResult, ShownSitting } from "../shown.contract.ts";

const nameColumns = [
  "person.givenName",
  sql<string>`person.given_name || ' ' || person.family_name`.as("name"),
] as const;

/** A conference this person may present in, with what its stage needs. */
export const readConference = (db: Db, actor: Actor, conferenceId: string) =>
  db
    .selectFrom("conference")
    .innerJoin("season", (join) =>
      join
        .onRef("season.districtId", "=", "conference.districtId")
        .onRef("season.id", "=", "conference.seasonId"),
    )
    .innerJoin("school", (join) =>
      join.onRef("school.districtId", "=", "season.districtId").onRef("school.id", "=", "season.schoolId"),
    )
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "conference.districtId")
        .onRef("person.id", "=", "conference.studentId"),
    )
    .select(["conference.id", "conference.studentId", "conference.seasonId", "conference.state"])
    .select(["conference.startsAt", "conference.endsAt", "conference.householdKey", "season.agenda"])
    .select("school.timeZone as zone")
    .select(nameColumns)
    .where("conference.districtId", "=", actor.districtId)
    .where("conference.id", "=", conferenceId)
    .where(presentableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("conference"));

/** The student's own portfolio, to rehearse before a conference is arranged. */
export const readOwnPortfolio = (db: Db, actor: Actor, portfolioId: string) =>
  db
    .selectFrom("portfolio")
    .innerJoin("season", (join) =>
      join
        .onRef("season.districtId", "=", "portfolio.districtId")
        .onRef("season.id", "=", "portfolio.seasonId"),
    )
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "portfolio.districtId")
        .onRef("person.id", "=", "portfolio.studentId"),
    )
    .select(["portfolio.studentId", "portfolio.seasonId", "season.agenda", "season.minutes"])
    .select(nameColumns)
    .where("portfolio.districtId", "=", actor.districtId)
    .where("portfolio.id", "=", portfolioId)
    .where(editableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("portfolio"));

/** Who takes part besides the student and staff: the households, and whether all of them may see numbers. */
export async function readParticipants(db: Db, actor: Actor, conferenceId: string) {
  const rows = await db
    .selectFrom("participant")
    .innerJoin("conference", (join) =>
      join
        .onRef("conference.districtId", "=", "participant.districtId")
        .onRef("conference.id", "=", "participant.conferenceId"),
    )
    .select("participant.householdId")
    .select(isBarredFromNumbers(actor).as("isBarred"))
    .where("participant.districtId", "=", actor.districtId)
    .where("participant.conferenceId", "=", conferenceId)
    .where(presentableBy(actor))
    .execute();
  const households = new Set(rows.flatMap(({ householdId }) => householdId ?? []));
  return { households, mayShowNumbers: !rows.some(({ isBarred }) => isBarred) };
}

/** The homes that come to a conference, by the names of those who come from each. */
export async function listHomesComing(
  db: Db,
  actor: Actor,
  conferenceId: string,
): Promise<{ householdId: string; names: string[] }[]> {
  const { rows } = await sql<{ householdId: string; names: string[] }>`select participant.household_id,
      json_agg(person.given_name || ' ' || person.family_name order by person.given_name, person.id) as names
    from participant
    join conference on conference.district_id = participant.district_id and conference.id = participant.conference_id
    join person on person.district_id = participant.district_id and person.id = participant.person_id
    where participant.district_id = ${actor.districtId} and participant.conference_id = ${conferenceId}
      and participant.part = 'guardian' and participant.household_id is not null and ${presentableBy(actor)}
    group by participant.household_id order by min(person.given_name), participant.household_id`.execute(db);
  return rows;
}

/** What hangs in the student's portfolio of a season, in order; notes only for herself. */
export const listStageHangings = (db: Db, actor: Actor, studentId: string, seasonId: string) =>
  db
    .selectFrom("portfolioItem")
    .innerJoin("portfolio", (join) =>
      join
        .onRef("portfolio.districtId", "=", "portfolioItem.districtId")
        .onRef("portfolio.id", "=", "portfolioItem.portfolioId"),
    )
    .select(["portfolioItem.id", "portfolioItem.section", "portfolioItem.workSampleId"])
    .select("portfolioItem.prompt")
    .select(
      sql<string | null>`case when ${editableBy(actor)} then portfolio_item.private_note end`.as(
        "privateNote",
      ),
    )
    .where("portfolio.districtId", "=", actor.districtId)
    .where("portfolio.studentId", "=", studentId)
    .where("portfolio.seasonId", "=", seasonId)
    .where(readableBy(actor))
    .orderBy("portfolioItem.position")
    .orderBy("portfolioItem.id")
    .execute();

type Sitting = Pick<ShownResult, "area" | "test"> & ShownSitting;

/** The student's sittings, oldest first, as far as this person may read numbers. */
export const listSittings = (db: Db, actor: Actor, studentId: string): Promise<Sitting[]> =>
  db
    .selectFrom("assessmentResult")
    .select(["area", "test", "schoolYear", "testWindow as window", "takenOn", "score", "standardError"])
    .select(["percentile", "band", "growth", "growthExpected", "normYear", "cutTable", "notTestedBecause"])
    .where("assessmentResult.districtId", "=", actor.districtId)
    .where("assessmentResult.studentId", "=", studentId)
    .where(readsNumbersOf(actor, sql.ref("assessmentResult.studentId")))
    .orderBy("area")
    .orderBy("test")
    .orderBy("schoolYear")
    .orderBy(sql`array_position(array['fall', 'winter', 'spring'], assessment_result.test_window)`)
    .$castTo<Sitting>()
    .execute();
