import { sql } from "kysely";
import type { Db } from "#server/database/connect.ts";
import { isStaff, type Actor } from "./actor.ts";
import { isAdviserOf, isCaseManagerOf, isCounsellorOf, isOfficeOf, isTeacherOf } from "./relations.ts";

const quarterOfAnHour = 15 * 60_000;

interface Look {
  readonly actor: Actor;
  readonly studentId: string;
  readonly kind: string;
  readonly quarter: Date;
}

/**
 * Remembers which staff and mentors looked at which student: one row per reader, student, kind and 15 minutes.
 * Rows are written in batches, because a write in every read would halve the speed of reading.
 */
export class AccessLog {
  private readonly db: Db;
  private waiting = new Map<string, Look>();
  private readonly timer: NodeJS.Timeout;

  constructor(db: Db, everyMs = 2_000) {
    this.db = db;
    this.timer = setInterval(() => void this.flush().catch(() => undefined), everyMs).unref();
  }

  /** Takes note of a read; students and guardians looking at their own are not noted. */
  note(actor: Actor, studentId: string, kind: string): void {
    if (actor.personId === studentId || !(isStaff(actor) || actor.isMentor)) return;
    const quarter = new Date(Math.floor(actor.now.getTime() / quarterOfAnHour) * quarterOfAnHour);
    this.waiting.set(`${actor.personId} ${studentId} ${kind} ${quarter.getTime()}`, {
      actor,
      studentId,
      kind,
      quarter,
    });
  }

  /** Writes what is waiting; what could not be written waits on. */
  async flush(): Promise<void> {
    const looks = [...this.waiting];
    this.waiting = new Map();
    looks.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [key, look] of looks) {
      try {
        await write(this.db, look);
      } catch (error) {
        this.waiting.set(key, look);
        throw error;
      }
    }
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }
}

/** Guardians who are also staff read their own child as guardians, so only a staff relation makes a row. */
async function write(db: Db, { actor, studentId, kind, quarter }: Look): Promise<void> {
  const student = sql`${studentId}::uuid`;
  await sql`insert into access_read (district_id, student_id, reader_id, kind, quarter, why)
    select ${actor.districtId}, ${student}, ${actor.personId}, ${kind}, ${quarter}, why from (select case
      when ${isAdviserOf(actor, student)} then 'adviser'
      when ${isTeacherOf(actor, student)} then 'teacher'
      when ${isCaseManagerOf(actor, student)} then 'case-manager'
      when ${isCounsellorOf(actor, student)} then 'counsellor'
      when ${isOfficeOf(actor, student)} then 'office'
      when exists (select 1 from guardianship g where g.district_id = ${actor.districtId} and g.guardian_id = ${actor.personId}
        and g.student_id = ${student}) then null
      when ${actor.isMentor} then 'mentor'
      else 'administrator' end as why) as reason where why is not null
    on conflict do nothing`.execute(db);
}
