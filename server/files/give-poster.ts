import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { enqueue } from "#server/jobs/queue.ts";
import { ownedBy } from "./file.access.ts";

/** Gives a film of the person's own the picture it shows before it plays; one it has already stays. */
export async function givePoster(tx: Tx, actor: Actor, fileId: string, pictureKey: string): Promise<void> {
  const { districtId } = actor;
  const film = await tx
    .updateTable("storedFile")
    .set({ preview: "waiting" })
    .where("districtId", "=", districtId)
    .where("id", "=", fileId)
    .where(ownedBy(actor))
    .where("mediaType", "like", "video/%")
    .where("preview", "=", "none")
    .returning("id")
    .executeTakeFirst();
  if (!film) throw new Refused("no-poster-here", "Only a film without a picture takes one.");
  await enqueue(tx, "make-poster", { districtId, fileId, pictureKey });
}
