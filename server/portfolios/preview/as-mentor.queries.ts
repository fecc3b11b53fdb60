import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isApprovedMentorOf } from "#server/access/relations.ts";
import type { Db } from "#server/database/connect.ts";
import { mayBeGiven } from "#server/mentors/mentor.access.ts";
import { editableBy } from "../portfolio.access.ts";
import { itemIsForMentor, itemReadableBy } from "../presentation.access.ts";
import type { MentorPreview, PreviewItem } from "./preview.contract.ts";

type Named = Pick<MentorPreview, "mentorId" | "name" | "isMinor">;

/** The rules are asked as for the mentor herself, and for nothing else she may be. */
const asMentor = (actor: Actor, mentorId: string): Actor => ({
  ...actor,
  personId: mentorId,
  isStudent: false,
  isGuardian: false,
  isMentor: true,
  isInterpreter: false,
  isAdviser: false,
  roles: [],
});

/** Who is at the side of the student whose portfolio this is. */
export async function listMentorsOf(db: Db, actor: Actor, portfolioId: string): Promise<Named[]> {
  const { rows } = await sql<Named>`select mentorship.mentor_id, mentorship.is_minor,
      person.given_name || ' ' || person.family_name as name
    from portfolio join mentorship on mentorship.district_id = portfolio.district_id and mentorship.student_id = portfolio.student_id
    join person on person.district_id = mentorship.district_id and person.id = mentorship.mentor_id
    where portfolio.district_id = ${actor.districtId} and portfolio.id = ${portfolioId} and ${editableBy(actor)}
      and mentorship.state = 'approved' and (mentorship.expires_at is null or mentorship.expires_at > ${actor.now})
    order by person.given_name, person.family_name, person.id`.execute(db);
  return rows;
}

/** What is open to a mentor now: read through the very rule of her own page. */
export const listOpenTo = (
  db: Db,
  actor: Actor,
  studentId: string,
  mentorId: string,
): Promise<MentorPreview["now"]> =>
  db
    .selectFrom("presentationItem")
    .innerJoin("presentation", (join) =>
      join
        .onRef("presentation.districtId", "=", "presentationItem.districtId")
        .onRef("presentation.id", "=", "presentationItem.presentationId"),
    )
    .select(["presentationItem.id", "presentationItem.audience", "presentationItem.snapshot as shown"])
    .where("presentation.districtId", "=", actor.districtId)
    .where("presentation.studentId", "=", studentId)
    .where(itemReadableBy(asMentor(actor, mentorId)))
    .orderBy("presentation.startedAt", "desc")
    .orderBy("presentationItem.position")
    .limit(200)
    .$castTo<MentorPreview["now"][number]>()
    .execute();

/**
 * Which of the things that would be kept could be opened to a mentor: the same rules, asked of things that are not kept
 * yet, so they stand in for the tables. Undefined for somebody who may not look at all.
 */
export async function findOpenableTo(
  db: Db,
  actor: Actor,
  studentId: string,
  mentorId: string,
  items: readonly PreviewItem[],
): Promise<string[] | undefined> {
  const mentor = asMentor(actor, mentorId);
  const ids = items.map(({ id }) => id);
  const kinds = items.map(({ shown }) => shown.kind);
  const audiences = items.map(({ audience }) => audience);
  const { rows } = await sql<{ openable: string[] }>`select array(
      select presentation_item.id from unnest(${ids}::text[], ${kinds}::text[], ${audiences}::text[])
        with ordinality as presentation_item (id, kind, audience, place)
      where ${mayBeGiven} and ${itemIsForMentor(mentor)} order by presentation_item.place) as openable
    from mentorship cross join (select ${studentId}::uuid as student_id) as presentation
    where mentorship.district_id = ${actor.districtId} and mentorship.student_id = ${studentId}
      and mentorship.mentor_id = ${mentorId} and ${isApprovedMentorOf(mentor, sql.ref("mentorship.studentId"))}`.execute(
    db,
  );
  return rows[0]?.openable;
}
