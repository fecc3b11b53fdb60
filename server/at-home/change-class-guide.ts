import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Stale } from "#server/http/problems.ts";
import type { ClassGuideChange, GuideLanguage } from "./at-home.contract.ts";

/** Rewrites what a school says of its classes in one language. Throws 409 `stale` where somebody else wrote meanwhile. */
export async function changeClassGuide(
  tx: Tx,
  { districtId }: Actor,
  { schoolId, language }: { schoolId: string; language: GuideLanguage },
  { base, value }: ClassGuideChange,
): Promise<void> {
  await tx
    .insertInto("classGuide")
    .values({ districtId, schoolId, language, words: "" })
    .onConflict((conflict) => conflict.columns(["districtId", "schoolId", "language"]).doNothing())
    .execute();
  const now = await tx
    .selectFrom("classGuide")
    .select("words")
    .where("districtId", "=", districtId)
    .where("schoolId", "=", schoolId)
    .where("language", "=", language)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (now.words !== base) throw new Stale(now.words, "value");
  await tx
    .updateTable("classGuide")
    .set({ words: value.trim() === "" ? "" : value })
    .where("districtId", "=", districtId)
    .where("schoolId", "=", schoolId)
    .where("language", "=", language)
    .execute();
}
