import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { readAgenda, scaleAgenda } from "#server/seasons/agenda.ts";
import type { RecordReply } from "./record.contract.ts";
import { listStudentFields, readForm } from "./record-form.ts";
import {
  beginRecord,
  findRecordOf,
  listAcknowledgements,
  listFields,
  listSupportPlans,
  listWithheld,
  listWrittenTo,
} from "./record.queries.ts";
import { findContinuation, listAttempts, listHouseholds, listRoomPeople, readRoom } from "./room.queries.ts";
import { takeOverPreparation } from "./take-over-preparation.ts";
import { takeOverStatements } from "./take-over-statements.ts";

/** The record of a conference with all the room needs; begun on the first look. A student sees her own parts while it is written. */
export async function openRecord(db: Db, actor: Actor, conferenceId: string): Promise<RecordReply> {
  const record = (await findRecordOf(db, actor, conferenceId)) ?? (await begin(db, actor, conferenceId));
  // What was withdrawn is hidden from those who wrote it, too.
  const isHidden = record.state === "withdrawn" || record.state === "erased";
  const isRunning = record.mayWriteAll === true && !isHidden;
  const only = isHidden ? [] : isRunning ? undefined : await listStudentFields(db, actor, record.id);
  const nothing = Promise.resolve([]);
  const [room, people, households, fields, ...rest] = await Promise.all([
    readRoom(db, actor, conferenceId),
    isRunning ? listRoomPeople(db, actor, conferenceId) : nothing,
    isRunning ? listHouseholds(db, actor, conferenceId) : nothing,
    listFields(db, actor, record.id, { only }),
    isRunning ? listSupportPlans(db, actor, conferenceId) : nothing,
    isRunning ? listAcknowledgements(db, actor, record.id) : nothing,
    isRunning && record.sealedAt ? listWrittenTo(db, actor, record.id) : nothing,
    isRunning ? listWithheld(db, actor, record.id) : nothing,
    isRunning ? listAttempts(db, actor, conferenceId) : nothing,
    findContinuation(db, actor, conferenceId),
  ]);
  const [supportPlans, acknowledgements, writtenTo, withheld, attempts, goesOn] = rest;
  return {
    ...stateOf(record),
    form: await readForm(db, actor, record.id, room.grade),
    ...placeOf(room, goesOn),
    people,
    households,
    fields,
    supportPlans,
    acknowledgements,
    writtenTo,
    withheld,
    attempts: attempts.map((one) => ({ ...one, madeAt: one.madeAt.toISOString() })),
    may: { writeAll: isRunning, writeOwn: actor.personId === record.studentId },
  };
}

async function begin(db: Db, actor: Actor, conferenceId: string) {
  await beginRecord(db, actor, conferenceId);
  const record = await findRecordOf(db, actor, conferenceId);
  if (!record) throw new NotFound("conference");
  const { studentId, seasonId } = await readRoom(db, actor, conferenceId);
  await takeOverStatements(db, actor, { studentId, seasonId });
  await takeOverPreparation(db, actor, { studentId, seasonId });
  return (await findRecordOf(db, actor, conferenceId)) ?? record;
}

type FoundRecord = Awaited<ReturnType<typeof begin>>;
type Room = Awaited<ReturnType<typeof readRoom>>;

const stateOf = ({ id, conferenceId, state, revision, readBackRevision, number, sealedAt }: FoundRecord) => ({
  id,
  conferenceId,
  state: state as RecordReply["state"],
  revision,
  readBackRevision,
  number,
  sealedAt: sealedAt?.toISOString() ?? null,
});

function placeOf(room: Room, goesOn: Awaited<ReturnType<typeof findContinuation>>) {
  const minutes = (room.endsAt.getTime() - room.startsAt.getTime()) / 60_000;
  return {
    zone: room.zone,
    season: { id: room.seasonId, name: room.seasonName },
    student: {
      personId: room.studentId,
      name: `${room.givenName} ${room.familyName}`,
      givenName: room.givenName,
      grade: room.grade,
    },
    conference: {
      state: room.state as RecordReply["conference"]["state"],
      outcome: room.outcome as RecordReply["conference"]["outcome"],
      notMetBecause: room.notMetBecause as RecordReply["conference"]["notMetBecause"],
      startsAt: room.startsAt.toISOString(),
      endsAt: room.endsAt.toISOString(),
      startedAt: room.startedAt?.toISOString() ?? null,
      endedAt: room.endedAt?.toISOString() ?? null,
      place: room.place,
      mode: room.mode,
      householdKey: room.householdKey,
      continuesNumber: room.continuesNumber,
      goesOn: goesOn ? { id: goesOn.id, startsAt: goesOn.startsAt.toISOString() } : null,
    },
    segments: scaleAgenda(readAgenda(room.agenda), Math.round(minutes)).segments.map(({ key, minutes }) => ({
      key,
      minutes,
    })),
  };
}
