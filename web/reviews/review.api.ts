import type { FamilyNotes, NewNote, Review, ReviewList } from "#server/reviews/review.contract.ts";
import { get, post, put } from "../api/client.ts";

export type { ChildCard, FamilyNote, Review } from "#server/reviews/review.contract.ts";

export const listChildren = () => get<ReviewList>("/api/review");
export const readReview = (conferenceId: string) => get<Review>(`/api/conferences/${conferenceId}/review`);
export const writeNote = (conferenceId: string, note: NewNote) =>
  post<{ id: string }>(`/api/conferences/${conferenceId}/notes`, note);
export const listNotes = (studentId: string) => get<FamilyNotes>(`/api/students/${studentId}/notes`);
export const markNotesRead = () => put<void>("/api/notes/read");
