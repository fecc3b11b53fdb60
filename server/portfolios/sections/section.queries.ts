import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { editableBy, readableBy } from "../portfolio.access.ts";
import type { OwnSection } from "./own-sections.ts";

const inPortfolio = (db: Db) =>
  db
    .selectFrom("portfolioSection")
    .innerJoin("portfolio", (join) =>
      join
        .onRef("portfolio.districtId", "=", "portfolioSection.districtId")
        .onRef("portfolio.id", "=", "portfolioSection.portfolioId"),
    );

/** The sections a student made for a season, in order. */
export const listOwnSections = (
  db: Db,
  actor: Actor,
  { studentId, seasonId }: { studentId: string; seasonId: string },
): Promise<OwnSection[]> =>
  inPortfolio(db)
    .select(["portfolioSection.id", "portfolioSection.name", "portfolioSection.afterKey"])
    .where("portfolio.districtId", "=", actor.districtId)
    .where("portfolio.studentId", "=", studentId)
    .where("portfolio.seasonId", "=", seasonId)
    .where(readableBy(actor))
    .orderBy("portfolioSection.position")
    .orderBy("portfolioSection.id")
    .execute();

/** A section of the student's own, and which portfolio it is in; another's counts as missing. */
export const readOwnSection = (tx: Tx, actor: Actor, sectionId: string) =>
  inPortfolio(tx)
    .select(["portfolioSection.id", "portfolioSection.name", "portfolioSection.portfolioId"])
    .where("portfolioSection.districtId", "=", actor.districtId)
    .where("portfolioSection.id", "=", sectionId)
    .where(editableBy(actor))
    .executeTakeFirstOrThrow(() => new NotFound("section"));

/** Makes a section; `placeSections` gives it its place. */
export const insertSection = (
  tx: Tx,
  actor: Actor,
  section: { id: string; portfolioId: string; name: string },
): Promise<unknown> =>
  tx
    .insertInto("portfolioSection")
    .values({ ...section, districtId: actor.districtId, afterKey: "", position: 0 })
    .execute();

/** Puts the student's own sections where they belong, in one statement. */
export async function placeSections(tx: Tx, actor: Actor, sections: readonly OwnSection[]): Promise<void> {
  if (sections.length === 0) return;
  const ids = sections.map(({ id }) => id);
  const keys = sections.map(({ afterKey }) => afterKey);
  await sql`update portfolio_section set after_key = placed.after_key, position = placed.position
    from unnest(${ids}::uuid[], ${keys}::text[]) with ordinality as placed (id, after_key, position)
    where portfolio_section.district_id = ${actor.districtId} and portfolio_section.id = placed.id`.execute(
    tx,
  );
}

export const putName = (tx: Tx, actor: Actor, sectionId: string, name: string): Promise<unknown> =>
  tx
    .updateTable("portfolioSection")
    .set({ name })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", sectionId)
    .execute();

export const deleteSection = (tx: Tx, actor: Actor, sectionId: string): Promise<unknown> =>
  tx
    .deleteFrom("portfolioSection")
    .where("districtId", "=", actor.districtId)
    .where("id", "=", sectionId)
    .execute();
