import { clockAhead, setClockAhead } from "../api/server-clock.ts";
import { findCopy, forgetCopies, keepCopy } from "../offline/kept-answers.ts";
import type { RecordReply } from "./record.api.ts";

interface KeptRecord {
  readonly record: RecordReply;
  /** How far the server's clock is ahead of this device's. */
  readonly ahead: number;
}

/** Where the copies of a room lie on this device: "room:ID:goals". */
export const copyPlace = (conferenceId: string, name: string) => `room:${conferenceId}:${name}`;

/** Keeps the record as it stands in the room, so that it opens without network. */
export const keepRecord = (conferenceId: string, record: RecordReply): Promise<void> =>
  keepCopy(copyPlace(conferenceId, "record"), { record, ahead: clockAhead() } satisfies KeptRecord);

/** The record as it last stood here. */
export async function findRecord(conferenceId: string): Promise<RecordReply | undefined> {
  const kept = await findCopy<KeptRecord>(copyPlace(conferenceId, "record"));
  if (kept) setClockAhead(kept.ahead);
  return kept?.record;
}

/** A finished record is read from the server alone. */
export const forgetRecord = (conferenceId: string): Promise<void> =>
  forgetCopies(copyPlace(conferenceId, ""));
