import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import type { Annex, Core } from "../content/record-content.contract.ts";

/** The parts of a version as they were sealed. */
export async function listParts(
  tx: Tx,
  { districtId }: Actor,
  { recordId, version }: { recordId: string; version: number },
): Promise<{ part: string; content: Core | Annex }[]> {
  const rows = await tx
    .selectFrom("recordPart")
    .select(["part", "canonical"])
    .where("districtId", "=", districtId)
    .where("recordId", "=", recordId)
    .where("version", "=", version)
    .orderBy("part")
    .execute();
  return rows.flatMap(({ part, canonical }) =>
    canonical === null ? [] : [{ part, content: JSON.parse(canonical) as Core | Annex }],
  );
}

/** From now on it is read in its newest version. */
export async function markAmended(tx: Tx, { districtId }: Actor, recordId: string): Promise<void> {
  await tx
    .updateTable("conferenceRecord")
    .set({ state: "amended" })
    .where("districtId", "=", districtId)
    .where("id", "=", recordId)
    .execute();
}
