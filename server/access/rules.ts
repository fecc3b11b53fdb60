import {
  editableBy as workSampleEditableBy,
  readableBy as workSampleReadableBy,
  seesShelfOf,
} from "#server/work-samples/work-sample.access.ts";
import { roleOnly, rowDoor, signedIn, staffOnly, studentDoor, studentOnly, type Door } from "./doors.ts";
import {
  promiseAnswerableBy,
  promiseReportableBy,
  revisableBy as goalRevisableBy,
  studentOfPromise,
  withItsGoal,
} from "#server/goals/goal.access.ts";
import { readsRecordOf } from "./audiences.ts";

/** Every rule a route may name, in the order of the features. One line says who may come in. */
export const rules = {
  "signed-in": signedIn,
  staff: staffOnly,
  "work-sample.list": studentDoor("studentId", seesShelfOf),
  "work-sample.add": studentOnly,
  "work-sample.read": rowDoor("work_sample", "workSampleId", workSampleReadableBy),
  "work-sample.edit": rowDoor("work_sample", "workSampleId", workSampleEditableBy),
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
  "outbox.read": roleOnly("school-administrator", "district-administrator"),
} satisfies Record<string, Door>;

export type RuleName = keyof typeof rules;
