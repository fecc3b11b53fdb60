import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { ClassGuide, GuideLanguage } from "./at-home.contract.ts";

/** What a school says of its classes, in each language it wrote it in; English first. */
export async function readClassGuide(db: Db, { districtId }: Actor, schoolId: string): Promise<ClassGuide> {
  const rows = await db
    .selectFrom("classGuide")
    .select(["language", "words"])
    .where("districtId", "=", districtId)
    .where("schoolId", "=", schoolId)
    .where("words", "!=", "")
    .execute();
  const order: readonly string[] = ["en", "es", "ar"];
  return {
    guide: rows
      .map(({ language, words }) => ({ language: language as GuideLanguage, words }))
      .sort((one, other) => order.indexOf(one.language) - order.indexOf(other.language)),
  };
}
