// What a family's review shows is decided by the features it shows; their rules are gathered here for its queries.
export { isAttendingGuardian, isInspectingGuardian } from "#server/access/relations.ts";
export {
  attendedBy,
  readableBy as conferenceReadableBy,
  reviewableBy,
} from "#server/conferences/conference.access.ts";
export { promiseAnswerableBy } from "#server/goals/goal.access.ts";
export { readableBy as presentationReadableBy } from "#server/portfolios/presentation.access.ts";
export { readableBy as recordReadableBy } from "#server/records/record.access.ts";
