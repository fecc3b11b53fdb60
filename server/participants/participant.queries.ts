import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import type { Invitation, Part, ParticipantChange } from "./participant.contract.ts";

/** A place at the table, as it is kept. */
export interface Seat {
  readonly personId: string;
  readonly part: Part;
  readonly expected: "present" | "remote";
  readonly householdId: string | null;
  readonly relationship: string;
  readonly language: string | null;
}

/** From when to when somebody is spoken for. */
export interface Hours {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const rangeOf = (hours: Hours | null) =>
  hours === null ? null : sql<string>`tstzrange(${hours.startsAt}, ${hours.endsAt})`;

/** Seats people, sorted, so that two bookings at once wait for each other instead of locking each other out. */
export async function insertSeats(
  tx: Tx,
  { districtId }: Actor,
  { conferenceId, hours, seats }: { conferenceId: string; hours: Hours | null; seats: readonly Seat[] },
): Promise<void> {
  const sorted = [...seats].sort((a, b) => (a.personId < b.personId ? -1 : 1));
  if (sorted.length === 0) return;
  await tx
    .insertInto("participant")
    .values(sorted.map((seat) => ({ ...seat, districtId, conferenceId, busy: rangeOf(hours) })))
    .execute();
}

/** Says how somebody comes or whether she came; false when she has no seat. */
export async function putSeat(
  tx: Tx,
  { districtId }: Actor,
  { conferenceId, personId }: { conferenceId: string; personId: string },
  {
    expected,
    attendance,
    leftAt,
  }: Pick<ParticipantChange, "expected" | "attendance"> & { leftAt?: Date | null },
): Promise<boolean> {
  const result = await tx
    .updateTable("participant")
    .set({
      ...(expected === undefined ? {} : { expected }),
      ...(attendance === undefined ? {} : { attendance }),
      ...(leftAt === undefined ? {} : { leftAt }),
      personId,
    })
    .where("districtId", "=", districtId)
    .where("conferenceId", "=", conferenceId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Whether somebody asked to a conference was there, null where nobody said; undefined when nobody asked her. */
export const findAttendance = async (
  tx: Tx,
  { districtId }: Actor,
  { conferenceId, personId }: { conferenceId: string; personId: string },
): Promise<string | null | undefined> =>
  (
    await tx
      .selectFrom("participant")
      .select("attendance")
      .where("districtId", "=", districtId)
      .where("conferenceId", "=", conferenceId)
      .where("personId", "=", personId)
      .executeTakeFirst()
  )?.attendance;

/** Takes a seat away; false when there was none. */
export async function deleteSeat(
  tx: Tx,
  { districtId }: Actor,
  { conferenceId, personId }: { conferenceId: string; personId: string },
): Promise<boolean> {
  const result = await tx
    .deleteFrom("participant")
    .where("districtId", "=", districtId)
    .where("conferenceId", "=", conferenceId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Writes from when to when everybody at a conference is spoken for; null lets them go. */
export async function putHours(
  tx: Tx,
  { districtId }: Actor,
  conferenceId: string,
  hours: Hours | null,
): Promise<void> {
  await tx
    .updateTable("participant")
    .set({ busy: rangeOf(hours) })
    .where("districtId", "=", districtId)
    .where("conferenceId", "=", conferenceId)
    .execute();
}

/** Everybody who has a seat. */
export async function listSeated(tx: Tx, { districtId }: Actor, conferenceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("participant")
    .select("personId")
    .where("districtId", "=", districtId)
    .where("conferenceId", "=", conferenceId)
    .execute();
  return rows.map((row) => row.personId);
}

/** Names a guest must not bear: guardians and mentors of the student who may not come. */
export async function listNamesBesides(
  tx: Tx,
  { districtId }: Actor,
  { studentId, invitable }: { studentId: string; invitable: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select person.given_name || ' ' || person.family_name as name
    from (select guardian_id as person_id from guardianship where district_id = ${districtId} and student_id = ${studentId}
      union select mentor_id from mentorship where district_id = ${districtId} and student_id = ${studentId}) known
    join person on person.district_id = ${districtId} and person.id = known.person_id
    where not (person.id = any(${[...invitable]}::uuid[]))`.execute(tx);
  return rows.map((row) => row.name);
}

/** A guest of one of this student's earlier conferences may simply be ticked again. */
export async function findEarlierGuest(
  tx: Tx,
  { districtId }: Actor,
  { studentId, personId }: { studentId: string; personId: string },
): Promise<{ name: string; relationship: string } | undefined> {
  const { rows } = await sql<{ name: string; relationship: string }>`select p.relationship,
      person.given_name || ' ' || person.family_name as name
    from participant p join conference c on c.district_id = p.district_id and c.id = p.conference_id
    join person on person.district_id = p.district_id and person.id = p.person_id
    where p.district_id = ${districtId} and p.person_id = ${personId} and p.part = 'guest' and c.student_id = ${studentId}
    limit 1`.execute(tx);
  return rows[0];
}

/** Who was asked to a conference and how, so that they can be asked again. */
export async function listInvitations(
  tx: Tx,
  { districtId }: Actor,
  conferenceId: string,
): Promise<Invitation[]> {
  const rows = await tx
    .selectFrom("participant")
    .select(["personId", "part", "expected", "language", "relationship"])
    .where("districtId", "=", districtId)
    .where("conferenceId", "=", conferenceId)
    .orderBy("personId")
    .execute();
  return rows.map(({ language, relationship, ...row }) => ({
    ...row,
    ...(language ? { language } : {}),
    ...(relationship ? { relationship } : {}),
  })) as Invitation[];
}

/** Takes a guardian's seats away wherever the conference has not begun. */
export const deleteComingSeats = (
  tx: Tx,
  { districtId }: Actor,
  { studentId, personId }: { studentId: string; personId: string },
): Promise<unknown> =>
  tx
    .deleteFrom("participant")
    .where("districtId", "=", districtId)
    .where("personId", "=", personId)
    .where("part", "=", "guardian")
    .where("conferenceId", "in", (eb) =>
      eb
        .selectFrom("conference")
        .select("conference.id")
        .where("conference.districtId", "=", districtId)
        .where("conference.studentId", "=", studentId)
        .where("conference.state", "=", "planned"),
    )
    .execute();
