import type { FeedbackList, FeedbackRevision, NewFeedback } from "#server/feedback/feedback.contract.ts";
import { del, get, patch, post, put } from "../api/client.ts";

export type { Feedback, FeedbackList } from "#server/feedback/feedback.contract.ts";

const ofPiece = (workSampleId: string) => `/api/work-samples/${workSampleId}/feedback`;

export const listFeedback = (workSampleId: string) => get<FeedbackList>(ofPiece(workSampleId));
export const giveFeedback = (workSampleId: string, given: NewFeedback) =>
  post<{ id: string }>(ofPiece(workSampleId), given);
export const markFeedbackSeen = (workSampleId: string) => put<void>(`${ofPiece(workSampleId)}/seen`);
export const reviseFeedback = (feedbackId: string, revision: FeedbackRevision) =>
  patch<void>(`/api/feedback/${feedbackId}`, revision);
export const takeBackFeedback = (feedbackId: string) => del<void>(`/api/feedback/${feedbackId}`);
