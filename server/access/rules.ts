import { sql } from "kysely";
import {
  arrangeableBy as conferenceArrangeableBy,
  ownedBy as conferenceOwnedBy,
  readableBy as conferenceReadableBy,
  runnableBy as conferenceRunnableBy,
  presentableBy,
} from "#server/conferences/conference.access.ts";
import {
  administeredBy as seasonAdministeredBy,
  readableBy as seasonReadableBy,
} from "#server/seasons/season.access.ts";
import { addendumReadableBy, addendumWritableBy } from "#server/addenda/addendum.access.ts";
import {
  colleagueKeptBy,
  guardianKeptBy,
  keepsContactsOf,
  readsContactsOf,
} from "#server/people/person.access.ts";
import { interpreterKeptBy, languagesKeptBy } from "#server/interpreters/interpreter.access.ts";
import { advisoryKeptBy, advisorySeenBy } from "#server/people/advisories/advisory.access.ts";
import { advisoryArrangedBy } from "#server/schedules/schedule.access.ts";
import { administersSchool, keepsSchool } from "#server/schools/school.access.ts";
import { isKnownTo } from "#server/people/student.access.ts";
import { seesReadinessOf } from "#server/readiness/readiness.access.ts";
import { auditsStudent } from "#server/audit/audit.access.ts";
import { ownedBy as ownsFile, readableBy as readsFile, studentWhoOwns } from "#server/files/file.access.ts";
import { caredForBy } from "#server/files/care/care.access.ts";
import { ownedBy as ownsUpload } from "#server/uploads/upload.access.ts";
import {
  editableBy as workSampleEditableBy,
  readableBy as workSampleReadableBy,
  seesShelfOf,
} from "#server/work-samples/work-sample.access.ts";
import { preparesRecordOf } from "#server/preparation/preparation.access.ts";
import {
  feedbackChangeableBy,
  feedbackReadableBy,
  givesFeedback,
  studentOfFeedback,
} from "#server/feedback/feedback.access.ts";
import { readsStatementsOf, writesStatementsOf } from "#server/statements/statement.access.ts";
import { anyOf } from "./relations.ts";
import { followableBy } from "#server/interventions/intervention.access.ts";
import { isAdviserOf } from "./relations.ts";
import { guidesStudent, arrangesFor, readsNumbersOf, readsRecordOf } from "./audiences.ts";
import { reviewableBy } from "#server/conferences/conference.access.ts";
import { keepsNotesOf } from "#server/reviews/family-note.access.ts";
import { asksConsentOf, decidesConsentsOf, readsConsentsOf } from "#server/consents/consent.access.ts";
import {
  answersFamiliesOf,
  asksAdviserOf,
  correspondsAbout,
} from "#server/correspondence/correspondence.access.ts";
import { answerableBy, readsAnswersOf } from "#server/questionnaires/questionnaire.access.ts";
import { roleOnly, rowDoor, signedIn, staffOnly, studentDoor, studentOnly, type Door } from "./doors.ts";
import {
  consentsFor,
  endsMentorsOf,
  knowsMentorsOf,
  proposalAnswerableBy,
  proposalWithdrawableBy,
  proposesMentorsOf,
} from "#server/mentors/mentor.access.ts";
import {
  promiseAnswerableBy,
  promiseReportableBy,
  revisableBy as goalRevisableBy,
  schoolPromiseRunBy,
  studentOfPromise,
  withItsGoal,
} from "#server/goals/goal.access.ts";
import {
  editableBy as portfolioEditableBy,
  itemEditableBy,
  opensPortfolioOf,
  studentOfItem,
} from "#server/portfolios/portfolio.access.ts";
import {
  readableBy as presentationReadableBy,
  runnableBy as presentationRunnableBy,
  withdrawableBy as presentationWithdrawableBy,
} from "#server/portfolios/presentation.access.ts";
import {
  acknowledgingBy as recordAcknowledgingBy,
  correctableBy as recordCorrectableBy,
  erasableBy as recordErasableBy,
  tombstoneReadableBy,
  readableBy as recordReadableBy,
  sealableBy as recordSealableBy,
  writableBy as recordWritableBy,
} from "#server/records/record.access.ts";

import { resourceOwnedBy } from "#server/at-home/at-home.access.ts";
import { phraseOwnedBy } from "#server/phrases/phrase.access.ts";
import { recordTemplateKeptBy } from "#server/record-templates/record-template.access.ts";
import { schoolFormKeptBy } from "#server/school-forms/school-form.access.ts";
import { answerableBy as teacherQuestionAnswerableBy } from "#server/teacher-questions/teacher-question.access.ts";
import { bundleReadableBy, recordsGatheredBy } from "#server/records/bundles/bundle.access.ts";
import { ownedBy as rehearsalOwnedBy, seesRehearsalsOf } from "#server/rehearsals/rehearsal.access.ts";
const ownSchool = sql.ref("school.id");
import { sectionEditableBy, studentOfSection } from "#server/portfolios/portfolio.access.ts";
import {
  itemWithdrawableBy,
  listsShownBy,
  studentOfShownItem,
} from "#server/portfolios/presentation.access.ts";

/** Every rule a route may name, in the order of the features. One line says who may come in. */
export const rules = {
  "signed-in": signedIn,
  staff: staffOnly,
  "season.create": roleOnly("school-administrator", "district-administrator"),
  "season.read": rowDoor("season", "seasonId", seasonReadableBy, null),
  "season.change": rowDoor("season", "seasonId", seasonAdministeredBy, null),
  "student.read": studentDoor("studentId", isKnownTo),
  "student.invite": studentDoor("studentId", arrangesFor),
  "people.read": roleOnly("office", "school-administrator", "district-administrator"),
  "people.keep": roleOnly("office", "school-administrator"),
  "student.contacts": studentDoor("studentId", readsContactsOf),
  "student.keep": studentDoor("studentId", keepsContactsOf),
  "guardian.keep": rowDoor("person", "guardianId", guardianKeptBy, null),
  "interpreter.keep": rowDoor("person", "interpreterId", interpreterKeptBy, null),
  "interpreter.languages": rowDoor("person", "interpreterId", languagesKeptBy, null),
  "staff.keep": roleOnly("school-administrator", "district-administrator"),
  "colleague.keep": rowDoor("person", "colleagueId", colleagueKeptBy, null),
  "advisory.see": rowDoor("advisory", "advisoryId", advisorySeenBy, null),
  "advisory.keep": rowDoor("advisory", "advisoryId", advisoryKeptBy, null),
  "advisory.arrange": rowDoor("advisory", "advisoryId", advisoryArrangedBy, null),
  "district.keep": roleOnly("district-administrator"),
  "school.keep": rowDoor(
    "school",
    "schoolId",
    (actor) => anyOf(keepsSchool(actor, ownSchool), administersSchool(actor, ownSchool)),
    null,
  ),
  "school.administer": rowDoor("school", "schoolId", (actor) => administersSchool(actor, ownSchool), null),
  "audit.read": studentDoor("studentId", auditsStudent),
  "file.read": rowDoor("stored_file", "fileId", readsFile, studentWhoOwns),
  "file.own": rowDoor("stored_file", "fileId", ownsFile, null),
  "file-care.read": roleOnly("school-administrator"),
  "file.care": rowDoor("stored_file", "fileId", caredForBy, studentWhoOwns),
  "upload.own": rowDoor("upload", "uploadId", ownsUpload, null),
  "work-sample.list": studentDoor("studentId", seesShelfOf),
  "work-sample.add": studentOnly,
  "work-sample.read": rowDoor("work_sample", "workSampleId", workSampleReadableBy),
  "work-sample.edit": rowDoor("work_sample", "workSampleId", workSampleEditableBy),
  "feedback.read": rowDoor("work_sample", "workSampleId", feedbackReadableBy),
  "feedback.give": rowDoor("work_sample", "workSampleId", givesFeedback),
  "feedback.change": rowDoor("feedback", "feedbackId", feedbackChangeableBy, studentOfFeedback),
  "statement.read": studentDoor("studentId", readsStatementsOf),
  "statement.write": studentDoor("studentId", writesStatementsOf),
  preparation: studentDoor("studentId", preparesRecordOf),
  "goal.list": studentDoor("studentId", readsRecordOf),
  "goal.revise": rowDoor("goal", "goalId", goalRevisableBy),
  "promise.answer": rowDoor(
    "promise",
    "promiseId",
    (actor) => withItsGoal(promiseAnswerableBy(actor)),
    studentOfPromise,
  ),
  "promise.report": rowDoor(
    "promise",
    "promiseId",
    (actor) => withItsGoal(promiseReportableBy(actor)),
    studentOfPromise,
  ),
  "promise.own": rowDoor(
    "promise",
    "promiseId",
    (actor) => withItsGoal(schoolPromiseRunBy(actor)),
    studentOfPromise,
  ),
  "goal.colleagues": studentDoor("studentId", isAdviserOf),
  "intervention.follow": rowDoor("intervention", "interventionId", followableBy),
  "result.list": studentDoor("studentId", readsNumbersOf),
  // Whose numbers they write is asked row by row.
  "numbers.enter": roleOnly("counsellor", "school-administrator"),
  "transcript.read": studentDoor("studentId", readsNumbersOf),
  "conference.read": rowDoor("conference", "conferenceId", conferenceReadableBy),
  "conference.arrange": rowDoor("conference", "conferenceId", conferenceArrangeableBy),
  "conference.run": rowDoor("conference", "conferenceId", conferenceRunnableBy),
  "readiness.read": rowDoor("conference", "conferenceId", (actor) =>
    seesReadinessOf(actor, sql.ref("conference.studentId")),
  ),
  student: studentOnly,
  "review.read": rowDoor("conference", "conferenceId", reviewableBy),
  "family-note.list": studentDoor("studentId", keepsNotesOf),
  "correspondence.read": studentDoor("studentId", correspondsAbout),
  "correspondence.ask": studentDoor("studentId", asksAdviserOf),
  "correspondence.answer": studentDoor("studentId", answersFamiliesOf),
  "consent.read": studentDoor("studentId", readsConsentsOf),
  "consent.decide": studentDoor("studentId", decidesConsentsOf),
  "consent.ask": studentDoor("studentId", asksConsentOf),
  "questionnaire.answer": rowDoor("conference", "conferenceId", answerableBy),
  "questionnaire.read": rowDoor("conference", "conferenceId", (actor) =>
    readsAnswersOf(actor, sql.ref("conference.studentId")),
  ),
  "portfolio.open": studentDoor("studentId", opensPortfolioOf),
  "portfolio.edit": rowDoor("portfolio", "portfolioId", portfolioEditableBy),
  "portfolio.edit-item": rowDoor("portfolio_item", "itemId", itemEditableBy, studentOfItem),
  "portfolio.edit-section": rowDoor("portfolio_section", "sectionId", sectionEditableBy, studentOfSection),
  "conference.present": rowDoor("conference", "conferenceId", presentableBy),
  "conference.follow": rowDoor("conference", "conferenceId", conferenceOwnedBy),
  "presentation.read": rowDoor("presentation", "presentationId", presentationReadableBy),
  "presentation.run": rowDoor("presentation", "presentationId", presentationRunnableBy),
  "mentor.list": studentDoor("studentId", knowsMentorsOf),
  "mentor.propose": studentDoor("studentId", proposesMentorsOf),
  "mentor.consent": studentDoor("studentId", consentsFor),
  "mentor.end": studentDoor("studentId", endsMentorsOf),
  "mentor-proposal.withdraw": rowDoor("mentor_proposal", "proposalId", proposalWithdrawableBy),
  "mentor-proposal.answer": rowDoor("mentor_proposal", "proposalId", proposalAnswerableBy),
  "conference.shown": rowDoor("conference", "conferenceId", listsShownBy),
  "presentation.withdraw": rowDoor("presentation_item", "itemId", itemWithdrawableBy, studentOfShownItem),
  "presentation.withdraw-whole": rowDoor("presentation", "presentationId", presentationWithdrawableBy),
  "rehearsal.list": studentDoor("studentId", seesRehearsalsOf),
  "rehearsal.share": rowDoor("rehearsal", "rehearsalId", rehearsalOwnedBy),
  "record.open": rowDoor("conference", "conferenceId", presentableBy),
  "record.write": rowDoor("conference_record", "recordId", recordWritableBy),
  "record.read": rowDoor("conference_record", "recordId", recordReadableBy),
  "record.finish": rowDoor("conference_record", "recordId", recordSealableBy),
  "record.acknowledge": rowDoor("conference_record", "recordId", recordAcknowledgingBy),
  "record.correct": rowDoor("conference_record", "recordId", recordCorrectableBy),
  "record.erase": rowDoor("conference_record", "recordId", recordErasableBy),
  "record.tombstone": rowDoor("conference_record", "recordId", tombstoneReadableBy),
  "student.guide": studentDoor("studentId", guidesStudent),
  "teacher-question.answer": rowDoor("teacher_question", "questionId", teacherQuestionAnswerableBy, null),
  "season.records": rowDoor("season", "seasonId", recordsGatheredBy, null),
  "bundle.read": rowDoor("record_bundle", "bundleId", bundleReadableBy, null),
  "addendum.read": rowDoor("conference_record", "recordId", addendumReadableBy),
  "addendum.write": rowDoor("conference_record", "recordId", addendumWritableBy),
  "record-template.keep": rowDoor("record_template", "templateId", recordTemplateKeptBy, null),
  "school-form.keep": rowDoor("school_form", "formId", schoolFormKeptBy, null),
  "phrase.own": rowDoor("phrase", "phraseId", phraseOwnedBy, null),
  "resource.own": rowDoor("resource", "resourceId", resourceOwnedBy, null),
  "outbox.read": roleOnly("school-administrator", "district-administrator"),
} satisfies Record<string, Door>;

export type RuleName = keyof typeof rules;
