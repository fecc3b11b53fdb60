import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent } from "#server/access/audiences.ts";
import { allOf, anyOf, isSelf, type Rule } from "#server/access/relations.ts";
import { isHandedInTo } from "#server/work-samples/work-sample.access.ts";

const student = sql.ref("workSample.studentId");

/** Those who guide her once she shared the piece, and the teacher of the class it was handed in to. */
export const givesFeedback = (actor: Actor): Rule =>
  anyOf(allOf(sql`work_sample.shared_with_adviser`, guidesStudent(actor, student)), isHandedInTo(actor));

/** Between the student and whoever may give it: a co-author sees the work alone. Joins feedback with work_sample. */
export const feedbackReadableBy = (actor: Actor): Rule => anyOf(isSelf(actor, student), givesFeedback(actor));

/** One's own words, as long as one still sees the piece. */
export const feedbackChangeableBy = (actor: Actor): Rule =>
  sql`feedback.written_by = ${actor.personId} and exists (select 1 from work_sample
    where work_sample.district_id = feedback.district_id and work_sample.id = feedback.work_sample_id
      and ${givesFeedback(actor)})`;

/** Whose piece the words are about. */
export const studentOfFeedback: Rule = sql`(select piece.student_id from work_sample piece
  where piece.district_id = feedback.district_id and piece.id = feedback.work_sample_id)`;
