import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import type { NewRehearsal } from "./rehearsal.contract.ts";
import { insertRehearsal } from "./rehearsal.queries.ts";

/** Remembers that the student rehearsed and how long each part took; nothing she showed is kept. */
export async function keepRehearsal(tx: Tx, actor: Actor, { parts }: NewRehearsal): Promise<string> {
  const id = await insertRehearsal(tx, actor, parts);
  if (id === undefined) throw new Refused("season-closed", "No conferences are open.");
  return id;
}
