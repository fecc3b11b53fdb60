import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { addVersion } from "./add-version.ts";
import type { AddedVersion, NewWorkSample } from "./work-sample.contract.ts";

/** Puts a piece on the student's shelf, with its first version. */
export async function addWorkSample(
  tx: Tx,
  actor: Actor,
  { version, ...facts }: NewWorkSample,
): Promise<AddedVersion> {
  const id = uuidv7();
  await tx
    .insertInto("workSample")
    .values({
      ...facts,
      districtId: actor.districtId,
      id,
      studentId: actor.personId,
      createdAt: actor.now,
    })
    .execute();
  return await addVersion(tx, actor, id, version);
}
