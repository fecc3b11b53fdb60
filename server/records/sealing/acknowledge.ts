import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound, Refused, Stale } from "#server/http/problems.ts";
import { acknowledgeableBy, acknowledgingBy } from "../record.access.ts";
import { findFamilyOf, newestVersion } from "./seal.queries.ts";
import { letNameCome } from "./withhold-name.ts";
import type { Acknowledging } from "../record.contract.ts";
import { lockRecord } from "../record.queries.ts";

/** Somebody puts her name to what she took part in, or to the copy she was given: in the room, later from her own page, or on paper. */
export async function acknowledge(
  tx: Tx,
  actor: Actor,
  recordId: string,
  said: Acknowledging,
): Promise<string> {
  if (!said.tookPart && !said.receivedCopy)
    throw new Invalid("tookPart", "Tick what is true: one of the two, or both.", "tick-one");
  const record = await lockRecord(tx, actor, recordId, acknowledgingBy(actor));
  if (record.state === "withdrawn" || record.state === "erased") throw new NotFound("record");
  const isOpen = record.state === "draft" || record.state === "read-back";
  const { onPaper, ...words } = said;
  const signer = onPaper
    ? await signerOnPaper(tx, actor, record, said)
    : isOpen
      ? await signerInRoom(tx, actor, record, said)
      : await signerByLink(tx, actor, record, said);
  await letNameCome(tx, actor, record.id, said.personId);
  return await keepName(tx, actor, record, { ...words, ...signer });
}

type Locked = Awaited<ReturnType<typeof lockRecord>>;
interface Signer {
  householdId: string | null;
  method: "hand-over" | "link" | "paper";
  version: number | null;
  notedBy?: string;
}

/** At the hand-over: the student or a guardian who is in the room, under the revision that was read aloud. */
async function signerInRoom(tx: Tx, actor: Actor, record: Locked, said: Acknowledging): Promise<Signer> {
  if (record.state !== "read-back") throw new Refused("read-back-first");
  if (record.readBackRevision !== said.revision) throw new Stale(record.readBackRevision, "revision");
  const inRoom = { method: "hand-over", version: null } as const;
  if (said.personId === record.studentId) return { ...inRoom, householdId: null };
  const guest = await findGuest(tx, actor, record.conferenceId, said.personId);
  const isThere = guest?.part === "guardian" && guest.attendance === "present" && guest.leftAt === null;
  if (!isThere) throw new NotFound("person in the room");
  return { ...inRoom, householdId: guest.householdId };
}

/** From her own page: a guardian signs for herself alone, and took part only if she was there. */
async function signerByLink(tx: Tx, actor: Actor, record: Locked, said: Acknowledging): Promise<Signer> {
  if (said.personId !== actor.personId) throw new NotFound("record");
  const { rows } = await sql<{ householdId: string }>`select g.household_id from guardianship g
    join conference_record on conference_record.district_id = g.district_id and conference_record.student_id = g.student_id
    where g.district_id = ${actor.districtId} and g.guardian_id = ${actor.personId} and conference_record.id = ${record.id}
      and ${acknowledgeableBy(actor)}`.execute(tx);
  if (!rows[0]) throw new NotFound("record");
  await refuseAbsent(tx, actor, record, said);
  const version = await newestVersion(tx, actor, record.id);
  return { householdId: rows[0].householdId, method: "link", version };
}

/** On a printed copy: staff tick what she ticked with her pen; only the student and those who may inspect. */
async function signerOnPaper(tx: Tx, actor: Actor, record: Locked, said: Acknowledging): Promise<Signer> {
  if (!record.mayWriteAll) throw new NotFound("record");
  if (record.state === "draft") throw new Refused("read-back-first");
  if (record.state === "read-back" && record.readBackRevision !== said.revision)
    throw new Stale(record.readBackRevision, "revision");
  const version = await newestVersion(tx, actor, record.id);
  const paper = { method: "paper", version, notedBy: actor.personId } as const;
  if (said.personId === record.studentId) return { ...paper, householdId: null };
  const family = await findFamilyOf(tx, actor, record.studentId, said.personId);
  if (!family) throw new NotFound("guardian");
  await refuseAbsent(tx, actor, record, said);
  return { ...paper, householdId: family.householdId };
}

/** Nobody took part who was not there. */
async function refuseAbsent(tx: Tx, actor: Actor, record: Locked, said: Acknowledging): Promise<void> {
  const guest = await findGuest(tx, actor, record.conferenceId, said.personId);
  const was = guest?.attendance === "present" || guest?.attendance === "remote";
  if (said.tookPart && !was)
    throw new Invalid("tookPart", "The record does not say that you were there.", "was-not-there");
}

const findGuest = (tx: Tx, actor: Actor, conferenceId: string, personId: string) =>
  tx
    .selectFrom("participant")
    .select(["part", "householdId", "attendance", "leftAt"])
    .where("districtId", "=", actor.districtId)
    .where("conferenceId", "=", conferenceId)
    .where("personId", "=", personId)
    .executeTakeFirst();

/** A name typed again takes the place of the one before; both rows stay. */
async function keepName(
  tx: Tx,
  actor: Actor,
  record: Locked,
  said: Omit<Acknowledging, "onPaper"> & Signer,
): Promise<string> {
  await tx
    .updateTable("acknowledgement")
    .set({ voidedAt: actor.now })
    .where("districtId", "=", actor.districtId)
    .where("recordId", "=", record.id)
    .where("personId", "=", said.personId)
    .where("method", "=", said.method)
    .where("voidedAt", "is", null)
    .execute();
  const id = uuidv7();
  await tx
    .insertInto("acknowledgement")
    .values({
      ...said,
      districtId: actor.districtId,
      id,
      recordId: record.id,
      late: said.version !== null,
      givenAt: actor.now,
    })
    .execute();
  return id;
}
