import type { Row } from "./row.ts";
import { auditRows } from "./rows/audit.rows.ts";
import { addendumRows } from "./rows/addendum.rows.ts";
import { correspondenceRows } from "./rows/correspondence.rows.ts";
import { consentRows } from "./rows/consent.rows.ts";
import { fileRows } from "./rows/files.rows.ts";
import { conferenceRows, peopleRows } from "./rows/conference.rows.ts";
import { followUpRows } from "./rows/follow-up.rows.ts";
import { goalRows } from "./rows/goal.rows.ts";
import { numberRows } from "./rows/numbers.rows.ts";
import { officeRows } from "./rows/office.rows.ts";
import { portfolioRows } from "./rows/portfolio.rows.ts";
import { recordRows } from "./rows/record.rows.ts";
import { mentorRows } from "./rows/mentor.rows.ts";
import { messageRows } from "./rows/messages.rows.ts";
import { questionnaireRows } from "./rows/questionnaire.rows.ts";
import { teacherQuestionRows } from "./rows/teacher-question.rows.ts";
import { atHomeRows } from "./rows/at-home.rows.ts";
import { phraseRows } from "./rows/phrase.rows.ts";
import { recordTemplateRows } from "./rows/record-template.rows.ts";
import { schoolFormRows } from "./rows/school-form.rows.ts";
import { rehearsalRows } from "./rows/rehearsal.rows.ts";
import { reviewRows } from "./rows/review.rows.ts";
import { scheduleRows } from "./rows/schedule.rows.ts";
import { seasonRows } from "./rows/season.rows.ts";
import { closedRows, signInRows } from "./rows/sign-in.rows.ts";
import { statementRows } from "./rows/statement.rows.ts";
import { workRows } from "./rows/work.rows.ts";

/** Every route of the API and who may use it; a route that is not here fails the test. */
export const table: Row[] = [
  ...signInRows,
  ...peopleRows,
  ...officeRows,
  ...auditRows,
  ...workRows,
  ...numberRows,
  ...fileRows,
  ...statementRows,
  ...goalRows,
  ...followUpRows,
  ...portfolioRows,
  ...seasonRows,
  ...rehearsalRows,
  ...conferenceRows,
  ...scheduleRows,
  ...recordRows,
  ...schoolFormRows,
  ...recordTemplateRows,
  ...phraseRows,
  ...atHomeRows,
  ...teacherQuestionRows,
  ...questionnaireRows,
  ...addendumRows,
  ...correspondenceRows,
  ...consentRows,
  ...reviewRows,
  ...mentorRows,
  ...messageRows,
  ...closedRows,
];
