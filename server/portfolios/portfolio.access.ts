import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { guidesStudent } from "#server/access/audiences.ts";
import { anyOf, isSelf, type Rule, type StudentRef } from "#server/access/relations.ts";

const student = sql.ref("portfolio.studentId");

/** Before it is presented, a portfolio is read by the student and those who help her prepare. */
export const readableBy = (actor: Actor): Rule =>
  anyOf(isSelf(actor, student), guidesStudent(actor, student));

/** Only the student arranges it. */
export const editableBy = (actor: Actor): Rule => isSelf(actor, student);

/** The page is opened by the student and those who help her prepare, before there is a portfolio too. */
export const opensPortfolioOf = (actor: Actor, student: StudentRef): Rule =>
  anyOf(isSelf(actor, student), guidesStudent(actor, student));

/** The rule on the portfolio, asked of a piece that hangs in it. */
export const itemEditableBy = (actor: Actor): Rule =>
  sql`exists (select 1 from portfolio where portfolio.district_id = portfolio_item.district_id
    and portfolio.id = portfolio_item.portfolio_id and ${editableBy(actor)})`;

/** Whose wall a piece hangs on. */
export const studentOfItem: Rule = sql`(select portfolio.student_id from portfolio
  where portfolio.district_id = portfolio_item.district_id and portfolio.id = portfolio_item.portfolio_id)`;

/** The rule on the portfolio, asked of a section the student made in it. */
export const sectionEditableBy = (actor: Actor): Rule =>
  sql`exists (select 1 from portfolio where portfolio.district_id = portfolio_section.district_id
    and portfolio.id = portfolio_section.portfolio_id and ${editableBy(actor)})`;

/** Whose section it is. */
export const studentOfSection: Rule = sql`(select portfolio.student_id from portfolio
  where portfolio.district_id = portfolio_section.district_id and portfolio.id = portfolio_section.portfolio_id)`;
