import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { endsMentorsOf } from "./mentor.access.ts";
import type { MentorshipEnd } from "./mentor.contract.ts";
import { changeMentorship, lockMentorship, takeAllItems, type Pair } from "./mentorship.queries.ts";
import { findPerson } from "./tell.queries.ts";
import { tellObjection } from "./tell-about-mentor.ts";

/** Ends it before its day; everything the mentor could see closes at once. A family's end is an objection, and the adviser hears of it. */
export async function endMentorship(
  tx: Tx,
  actor: Actor,
  pair: Pair,
  { because }: MentorshipEnd,
): Promise<void> {
  const { expiresAt } = await lockMentorship(
    tx,
    actor,
    pair,
    endsMentorsOf(actor, sql.ref("mentorship.studentId")),
  );
  const endedAs =
    actor.personId === pair.studentId
      ? "student"
      : (await speaksForSchool(tx, actor, pair))
        ? "adviser"
        : "family";
  await changeMentorship(tx, actor, pair, {
    state: "ended",
    endedAt: actor.now,
    endedBy: actor.personId,
    endedAs,
    endedBecause: because,
    numbersConsentAt: null,
    numbersConsentBy: null,
    recordConsentAt: null,
    recordConsentBy: null,
  });
  await takeAllItems(tx, actor, pair);
  const { name } = await findPerson(tx, actor, pair.mentorId);
  if (endedAs === "adviser") await noteEnd(tx, actor, pair, { name, until: expiresAt });
  if (endedAs !== "family") return;
  const occasion = `mentor-objection ${pair.mentorId} ${actor.now.toISOString()}`;
  await tellObjection(tx, actor, { studentId: pair.studentId, mentor: name, occasion });
}

const noteEnd = (
  tx: Tx,
  actor: Actor,
  { studentId, mentorId }: Pair,
  { name, until }: { name: string; until: Date | null },
): Promise<void> =>
  noteChange(tx, actor, {
    kind: "mentor",
    studentId,
    subjectId: mentorId,
    subject: name,
    field: "mayLookUntil",
    old: until?.toISOString() ?? null,
    new: null,
  });

/** A teacher may be a mother here too: for her own child she speaks as a mother. */
async function speaksForSchool(tx: Tx, actor: Actor, { studentId }: Pair): Promise<boolean> {
  const { rows } = await sql`select 1 from guardianship g where g.district_id = ${actor.districtId}
    and g.guardian_id = ${actor.personId} and g.student_id = ${studentId}`.execute(tx);
  return rows.length === 0;
}
