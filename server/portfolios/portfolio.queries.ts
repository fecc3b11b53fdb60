import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import { readableBy as conferenceReadableBy } from "#server/conferences/conference.access.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { currentSeasonIdOfStudent } from "#server/seasons/current-season.ts";
import { editableBy, readableBy } from "./portfolio.access.ts";

/** The student with the season she prepares for now, if one is open to her. */
export const findOpenSeason = (db: Db, actor: Actor, studentId: string) =>
  db
    .selectFrom("student")
    .innerJoin("person", (join) =>
      join.onRef("person.districtId", "=", "student.districtId").onRef("person.id", "=", "student.personId"),
    )
    .leftJoin("season", (join) =>
      join
        .onRef("season.districtId", "=", "student.districtId")
        .on("season.id", "=", currentSeasonIdOfStudent(actor)),
    )
    .select(["person.givenName", sql<string>`person.given_name || ' ' || person.family_name`.as("name")])
    .select(["season.id", "season.name as seasonName", "season.startsOn", "season.endsOn"])
    .select(["season.agenda", "season.minutes", "season.state"])
    .where("student.districtId", "=", actor.districtId)
    .where("student.personId", "=", studentId)
    .executeTakeFirstOrThrow(() => new NotFound("student"));

/** The portfolio of a student for a season, if this person may see it. */
export const findPortfolio = (db: Db, actor: Actor, studentId: string, seasonId: string) =>
  db
    .selectFrom("portfolio")
    .select(["portfolio.id", sql<boolean>`${editableBy(actor)}`.as("mayEdit")])
    .where("portfolio.districtId", "=", actor.districtId)
    .where("portfolio.studentId", "=", studentId)
    .where("portfolio.seasonId", "=", seasonId)
    .where(readableBy(actor))
    .executeTakeFirst();

/** Makes the student's own portfolio for a season; two devices looking at once make one. */
export const insertPortfolio = (tx: Tx, actor: Actor, seasonId: string): Promise<unknown> =>
  tx
    .insertInto("portfolio")
    .values({
      districtId: actor.districtId,
      id: uuidv7(),
      studentId: actor.personId,
      seasonId,
      createdAt: actor.now,
    })
    .onConflict((conflict) => conflict.constraint("one_portfolio_a_season").doNothing())
    .execute();

/** Where each piece hangs, in order; the private note is read only by the student herself. */
export const listHangings = (db: Db, actor: Actor, portfolioId: string) =>
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
    .where("portfolioItem.districtId", "=", actor.districtId)
    .where("portfolioItem.portfolioId", "=", portfolioId)
    .where(readableBy(actor))
    .orderBy("portfolioItem.position")
    .orderBy("portfolioItem.id")
    .execute();

/** The student's next conference of the season, as far as this person may know of it. */
export const findConference = (db: Db, actor: Actor, studentId: string, seasonId: string) =>
  db
    .selectFrom("conference")
    .select(["conference.id", "conference.startsAt", "conference.endsAt"])
    .where("conference.districtId", "=", actor.districtId)
    .where("conference.studentId", "=", studentId)
    .where("conference.seasonId", "=", seasonId)
    .where("conference.state", "in", ["planned", "live", "paused"])
    .where(conferenceReadableBy(actor))
    .orderBy("conference.startsAt")
    .limit(1)
    .executeTakeFirst();

/** Holds the portfolio while things move in it; another student's counts as missing. */
export const lockPortfolio = (tx: Tx, actor: Actor, portfolioId: string) =>
  tx
    .selectFrom("portfolio")
    .innerJoin("season", (join) =>
      join
        .onRef("season.districtId", "=", "portfolio.districtId")
        .onRef("season.id", "=", "portfolio.seasonId"),
    )
    .select(["portfolio.id", "portfolio.seasonId", "season.agenda", "season.state as seasonState"])
    .where("portfolio.districtId", "=", actor.districtId)
    .where("portfolio.id", "=", portfolioId)
    .where(editableBy(actor))
    .forUpdate("portfolio")
    .executeTakeFirstOrThrow(() => new NotFound("portfolio"));

/** A piece on the student's own wall, and which portfolio it hangs in. */
export const readOwnHanging = (tx: Tx, actor: Actor, itemId: string) =>
  tx
    .selectFrom("portfolioItem")
    .innerJoin("portfolio", (join) =>
      join
        .onRef("portfolio.districtId", "=", "portfolioItem.districtId")
        .onRef("portfolio.id", "=", "portfolioItem.portfolioId"),
    )
    .select(["portfolioItem.id", "portfolioItem.portfolioId", "portfolioItem.privateNote"])
    .select(["portfolioItem.workSampleId", "portfolioItem.prompt"])
    .where("portfolioItem.districtId", "=", actor.districtId)
    .where("portfolioItem.id", "=", itemId)
    .where(editableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("piece on the wall"));

/** Whether the piece is on the student's own shelf and not put away. */
export async function isOnShelf(tx: Tx, actor: Actor, workSampleId: string): Promise<boolean> {
  const piece = await tx
    .selectFrom("workSample")
    .select("id")
    .where("districtId", "=", actor.districtId)
    .where("id", "=", workSampleId)
    .where("studentId", "=", actor.personId)
    .where("archivedAt", "is", null)
    .executeTakeFirst();
  return piece !== undefined;
}

interface NewItem {
  readonly id: string;
  readonly portfolioId: string;
  readonly workSampleId: string;
  readonly section: string;
  readonly privateNote: string;
  readonly prompt: string | null;
}

/** Hangs a piece; `arrange` gives it its place. */
export const insertItem = (tx: Tx, actor: Actor, item: NewItem): Promise<unknown> =>
  tx
    .insertInto("portfolioItem")
    .values({ ...item, districtId: actor.districtId, position: 0 })
    .execute();

/** Gives every piece its section and position in one statement, so that no reader sees half a move. */
export async function arrange(
  tx: Tx,
  actor: Actor,
  places: readonly { id: string; section: string }[],
): Promise<void> {
  if (places.length === 0) return;
  const ids = places.map(({ id }) => id);
  const sections = places.map(({ section }) => section);
  await sql`update portfolio_item set section = placed.section, position = placed.position
    from unnest(${ids}::uuid[], ${sections}::text[]) with ordinality as placed (id, section, position)
    where portfolio_item.district_id = ${actor.districtId} and portfolio_item.id = placed.id`.execute(tx);
}

/** Takes a piece off the wall. */
export const removeItem = (tx: Tx, actor: Actor, itemId: string): Promise<unknown> =>
  tx
    .deleteFrom("portfolioItem")
    .where("districtId", "=", actor.districtId)
    .where("id", "=", itemId)
    .execute();

/** Whether the student answered this question about a piece of her own. */
export async function isAnswered(
  tx: Tx,
  actor: Actor,
  workSampleId: string,
  prompt: string,
): Promise<boolean> {
  const answer = await tx
    .selectFrom("reflection")
    .innerJoin("workSample", (join) =>
      join
        .onRef("workSample.districtId", "=", "reflection.districtId")
        .onRef("workSample.id", "=", "reflection.workSampleId"),
    )
    .select("reflection.prompt")
    .where("reflection.districtId", "=", actor.districtId)
    .where("reflection.workSampleId", "=", workSampleId)
    .where("reflection.prompt", "=", prompt)
    .where("workSample.studentId", "=", actor.personId)
    .where(sql<boolean>`reflection.answer ~ '\\S'`)
    .executeTakeFirst();
  return answer !== undefined;
}

/** Writes one thing about a piece that hangs. */
export const writeHanging = (
  tx: Tx,
  actor: Actor,
  itemId: string,
  change: { privateNote: string } | { prompt: string | null },
): Promise<unknown> =>
  tx
    .updateTable("portfolioItem")
    .set(change)
    .where("districtId", "=", actor.districtId)
    .where("id", "=", itemId)
    .execute();
