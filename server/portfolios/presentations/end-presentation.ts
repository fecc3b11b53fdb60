import type { Actor } from "#server/access/actor.ts";
import { canonicalJson, digestOf } from "#server/canonical.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import {
  changePresentation,
  findOpenPresentation,
  lockPresentation,
  unsafeListItems,
} from "./presentation.queries.ts";

/** Ends presenting: nothing is added any more, the digest says what was shown, and the family may look at it. */
export async function endPresentation(tx: Tx, actor: Actor, presentationId: string): Promise<string> {
  const { state, digest, conferenceId, number } = await lockPresentation(tx, actor, presentationId);
  if (state === "ended" && digest) return digest.toString("hex");
  if (state !== "open") throw new Refused("presentation-over", "This presentation is over.");
  const items = await unsafeListItems(tx, actor, presentationId);
  const taken = digestOf(canonicalJson({ schemaVersion: 2, conferenceId, number, items }));
  await changePresentation(tx, actor, presentationId, { state: "ended", endedAt: actor.now, digest: taken });
  return taken.toString("hex");
}

/** Ends what is being presented in a conference, if anything is: a conference that is over leaves nothing open. */
export async function endOpenPresentation(tx: Tx, actor: Actor, conferenceId: string): Promise<void> {
  const open = await findOpenPresentation(tx, actor, conferenceId);
  if (open) await endPresentation(tx, actor, open.id);
}
