import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { addDays } from "#server/schools/calendar.ts";

/** The languages somebody brings today. Callers hold the person. */
export async function listLanguages(
  tx: Tx,
  { districtId, today }: Actor,
  personId: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("interpreter")
    .select("language")
    .where("districtId", "=", districtId)
    .where("personId", "=", personId)
    .where((eb) => eb.or([eb("untilOn", "is", null), eb("untilOn", ">=", today)]))
    .execute();
  return rows.map(({ language }) => language).sort();
}

/** Writes languages down; one that had ended goes on. */
export async function bringLanguages(
  tx: Tx,
  { districtId }: Actor,
  personId: string,
  languages: readonly string[],
): Promise<void> {
  if (languages.length === 0) return;
  await tx
    .insertInto("interpreter")
    .values(languages.map((language) => ({ districtId, personId, language })))
    .onConflict((conflict) =>
      conflict.columns(["districtId", "personId", "language"]).doUpdateSet({ untilOn: null }),
    )
    .execute();
}

/** Ends languages, so that nobody is asked for them from today on. */
export async function endLanguages(
  tx: Tx,
  { districtId, today }: Actor,
  personId: string,
  languages: readonly string[],
): Promise<void> {
  if (languages.length === 0) return;
  await tx
    .updateTable("interpreter")
    .set({ untilOn: addDays(today, -1) })
    .where("districtId", "=", districtId)
    .where("personId", "=", personId)
    .where("language", "in", languages)
    .execute();
}
