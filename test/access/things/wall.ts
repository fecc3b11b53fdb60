import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { Circle } from "../cast.ts";

export interface WallThings {
  readonly portfolioId: string;
  readonly portfolioItemId: string;
  /** A second shared piece, not yet hung. */
  readonly sparePieceId: string;
  /** A section she made. */
  readonly ownSectionId: string;
  /** She rehearsed, and keeps to herself how long it took. */
  readonly rehearsalId: string;
}

/** Her portfolio with one piece and a private note, a spare piece, and one nobody else may see. */
export async function bringWall(
  db: Db,
  { school, student }: Circle,
  workSampleId: string,
): Promise<WallThings> {
  const { districtId, seasonId } = school;
  const [portfolioId, portfolioItemId, sparePieceId] = [uuidv7(), uuidv7(), uuidv7()];
  const rehearsalId = uuidv7();
  const studentId = student.personId;
  await db.insertInto("portfolio").values({ districtId, id: portfolioId, studentId, seasonId }).execute();
  await db
    .insertInto("portfolioItem")
    .values({
      districtId,
      id: portfolioItemId,
      portfolioId,
      section: "proud",
      position: 1,
      workSampleId,
      privateNote: "Secret of the private note",
    })
    .execute();
  await db
    .insertInto("workSample")
    .values({
      districtId,
      id: sparePieceId,
      studentId,
      title: "Cranes, Pier 9",
      subject: "arts",
      sharedWithAdviser: true,
    })
    .execute();
  await db
    .insertInto("workSample")
    .values({
      districtId,
      id: uuidv7(),
      studentId,
      title: "Secret of the unshared draft",
      subject: "english",
    })
    .execute();
  await db
    .insertInto("rehearsal")
    .values({
      districtId,
      id: rehearsalId,
      studentId,
      seasonId,
      rehearsedAt: "2026-11-10T00:00:00Z",
      parts: JSON.stringify([{ key: "proud", name: "Secret of her minutes", minutes: 3, seconds: 200 }]),
    })
    .execute();
  const ownSectionId = uuidv7();
  await db
    .insertInto("portfolioSection")
    .values({
      districtId,
      id: ownSectionId,
      portfolioId,
      name: "What I build",
      afterKey: "proud",
      position: 1,
    })
    .execute();
  return { portfolioId, portfolioItemId, sparePieceId, ownSectionId, rehearsalId };
}
