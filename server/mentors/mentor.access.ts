import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isOfAge } from "#server/access/of-age.ts";
import {
  allOf,
  anyOf,
  isAdviserOf,
  isInspectingGuardian,
  isSchoolAdministratorOf,
  isSelf,
  type Rule,
  type StudentRef,
} from "#server/access/relations.ts";

/** She is 18 today, so what others may see of her is hers to say (34 CFR 99.5). */
const decidesHerself = (actor: Actor, student: StudentRef): Rule =>
  sql`exists (select 1 from student sa where sa.district_id = ${actor.districtId} and sa.person_id = ${student}
    and ${isOfAge("sa", actor.today)})`;

/** Only the student asks somebody to her side. */
export const proposesMentorsOf = (actor: Actor, student: StudentRef): Rule => isSelf(actor, student);

/** Her adviser answers for the school. */
export const answersMentorsOf = (actor: Actor, student: StudentRef): Rule => isAdviserOf(actor, student);

/** Who agrees that a mentor sees numbers or a record: a guardian who may inspect; at 18 the student. */
export const consentsFor = (actor: Actor, student: StudentRef): Rule =>
  anyOf(
    allOf(isSelf(actor, student), decidesHerself(actor, student)),
    allOf(isInspectingGuardian(actor, student), sql`not ${decidesHerself(actor, student)}`),
  );

/** Who may end it: the student, her adviser, and the family that would have to consent. */
export const endsMentorsOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isSelf(actor, student), isAdviserOf(actor, student), consentsFor(actor, student));

/** Who knows who is at her side. */
export const knowsMentorsOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(
    isSelf(actor, student),
    isAdviserOf(actor, student),
    isInspectingGuardian(actor, student),
    isSchoolAdministratorOf(actor, student),
  );

const student = sql.ref("mentorProposal.studentId");

/** What she asked for stays between her and the school; a family hears of it when it is answered with yes. */
export const proposalReadableBy = (actor: Actor): Rule =>
  anyOf(isSelf(actor, student), isAdviserOf(actor, student), isSchoolAdministratorOf(actor, student));

export const proposalWithdrawableBy = (actor: Actor): Rule => proposesMentorsOf(actor, student);

export const proposalAnswerableBy = (actor: Actor): Rule => answersMentorsOf(actor, student);

/** What can be opened to a mentor: to a minor one work alone; home's promises belong to a home. Asked of a presentation_item with a mentorship. */
export const mayBeGiven = sql<boolean>`(presentation_item.kind = 'work' and presentation_item.audience = 'all'
  or not mentorship.is_minor and presentation_item.kind in ('strengths', 'goal', 'result'))`;
