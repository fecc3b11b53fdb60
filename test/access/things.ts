import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import type { Circle } from "./cast.ts";
import { bringBundle } from "./things/bundles.ts";
import { bringAnswers } from "./things/answers.ts";
import { bringLine } from "./things/line.ts";
import { bringFeedback } from "./things/feedback.ts";
import { bringFile, bringFilm, bringUploads } from "./things/files.ts";
import { bringGoals, type GoalThings } from "./things/goals.ts";
import { bringHeldConference, type HeldThings } from "./things/held.ts";
import { bringChange } from "./things/changes.ts";
import { bringFollowUp, type FollowUpThings } from "./things/plans.ts";
import { bringProposal } from "./things/mentors.ts";
import { bringEndedRecords } from "./things/ended-records.ts";
import { bringTeacherQuestion } from "./things/teacher-questions.ts";
import { bringLateName } from "./things/late-name.ts";
import { bringOffice, type OfficeThings } from "./things/office.ts";
import { bringRoom } from "./things/room.ts";
import { bringTonight } from "./things/tonight.ts";
import { bringWall, type WallThings } from "./things/wall.ts";
import { bringMessage } from "./things/messages.ts";
import { bringPreparation } from "./things/preparation.ts";
import { bringPhrase } from "./things/phrases.ts";
import { bringResource } from "./things/resources.ts";
import { bringRecordTemplates, type RecordTemplateThings } from "./things/record-templates.ts";
import { bringSchoolForms, type SchoolFormThings } from "./things/school-forms.ts";
import { bringStatement } from "./things/statements.ts";
import { bringTranscript } from "./things/transcript.ts";
import { bringWork } from "./things/work.ts";

/** What exists around one student when the matrix asks: ids of real rows in the states the routes need. */
export interface Things
  extends
    GoalThings,
    HeldThings,
    FollowUpThings,
    WallThings,
    OfficeThings,
    SchoolFormThings,
    RecordTemplateThings {
  readonly studentId: string;
  /** A piece of hers, shared with those who guide her and handed in to her class. */
  readonly workSampleId: string;
  /** What her adviser said about it. */
  readonly feedbackId: string;
  /** A photo in that piece. */
  readonly fileId: string;
  /** A film of hers that has no picture yet. */
  readonly filmId: string;
  /** An upload of hers of which nothing is there yet. */
  readonly uploadId: string;
  /** One that is there whole and not yet a file. */
  readonly wholeUploadId: string;
  /** Tonight's conference, planned. */
  readonly conferenceId: string;
  /** One of her mother's household that was called off. */
  readonly calledOffConferenceId: string;
  /** One that goes on now. */
  readonly liveConferenceId: string;
  /** What she presents in it. */
  readonly openPresentationId: string;
  /** Its record, being written. */
  readonly draftRecordId: string;
  /** A support plan in it. */
  readonly interventionId: string;
  /** Somebody she asked to have at her side. */
  readonly proposalId: string;
  /** The case manager who was named to read its addendum. */
  readonly namedReaderId: string;
  /** Who did not put her name under it. */
  readonly withheldPersonId: string;
  /** The guardian's name under the sealed record, given after it was finished. */
  readonly lateNameId: string;
  readonly questionId: string;
  readonly withdrawnRecordId: string;
  readonly withdrawnNumber: string;
  readonly erasedRecordId: string;
  readonly paperNameId: string;
  readonly sheetId: string;
  /** A letter to the guardian in the outbox. */
  readonly messageId: string;
  /** A sentence her adviser keeps for the room. */
  readonly phraseId: string;
  readonly resourceId: string;
  /** The season's records in one file, made for the school's administrator. */
  readonly bundleId: string;
}

/** Puts real things around a student; the same adviser meets each of them at another time. */
export async function bringThings(db: Db, files: Storage, circle: Circle, startsAt: string): Promise<Things> {
  const workSampleId = await bringWork(db, circle);
  await bringChange(db, circle);
  await bringStatement(db, circle);
  await bringPreparation(db, circle);
  const held = await bringHeldConference(db, circle);
  await bringAnswers(db, circle);
  await bringTranscript(db, circle);
  await bringLine(db, circle);
  const tonight = await bringTonight(db, circle, startsAt);
  return {
    studentId: circle.student.personId,
    workSampleId,
    feedbackId: await bringFeedback(db, circle, workSampleId),
    fileId: await bringFile(db, files, circle, workSampleId),
    filmId: await bringFilm(db, files, circle),
    ...(await bringUploads(db, files, circle)),
    ...held,
    ...tonight,
    ...(await bringRoom(db, circle, tonight.liveConferenceId)),
    lateNameId: await bringLateName(db, circle, held.recordId),
    ...(await bringEndedRecords(db, circle, held.recordId)),
    questionId: await bringTeacherQuestion(db, circle, held.recordId),
    ...(await bringGoals(db, circle, held.agreedGoalId)),
    ...(await bringWall(db, circle, workSampleId)),
    ...(await bringProposal(db, circle)),
    ...(await bringOffice(db, circle)),
    ...(await bringFollowUp(db, circle, held)),
    messageId: await bringMessage(db, circle),
    ...(await bringSchoolForms(db, files, circle)),
    ...(await bringRecordTemplates(db, circle)),
    phraseId: await bringPhrase(db, circle),
    resourceId: await bringResource(db, circle),
    bundleId: await bringBundle(db, files, circle),
  };
}
