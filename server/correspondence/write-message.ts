import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import type { NewFamilyMessage } from "./correspondence.contract.ts";
import { findOwnHousehold, lockThread, settle } from "./correspondence.queries.ts";
import { tellAdvisers, tellHome } from "./tell-readers.ts";

/** A guardian asks the adviser; whoever advises the student is told. */
export async function askAdviser(
  tx: Tx,
  actor: Actor,
  studentId: string,
  message: NewFamilyMessage,
): Promise<string> {
  const householdId = await findOwnHousehold(tx, actor, studentId);
  if (householdId === undefined) throw new NotFound("student");
  const id = await keep(tx, actor, { ...message, studentId, householdId, side: "family" });
  await tellAdvisers(tx, actor, { id, studentId });
  return id;
}

interface Thread {
  readonly studentId: string;
  readonly householdId: string;
}

/** The adviser answers a household; its guardians are told, and nothing is owed to it any longer. */
export async function answerHome(
  tx: Tx,
  actor: Actor,
  thread: Thread,
  message: NewFamilyMessage,
): Promise<string> {
  await settleThread(tx, actor, thread);
  const id = await keep(tx, actor, { ...message, ...thread, side: "school" });
  await tellHome(tx, actor, { id, ...thread });
  return id;
}

/** It was answered in another way, or needs no answer. */
export async function settleThread(tx: Tx, actor: Actor, thread: Thread): Promise<void> {
  if (!(await lockThread(tx, actor, thread))) throw new NotFound("question");
  await settle(tx, actor, thread);
}

type Kept = NewFamilyMessage & Thread & { side: "family" | "school" };

async function keep(tx: Tx, actor: Actor, message: Kept): Promise<string> {
  const id = uuidv7();
  await tx
    .insertInto("familyMessage")
    .values({
      ...message,
      districtId: actor.districtId,
      id,
      authorId: actor.personId,
      writtenAt: actor.now,
    })
    .execute();
  return id;
}
