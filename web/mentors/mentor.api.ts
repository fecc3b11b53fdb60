import type {
  ChoosableItems,
  ConsentChange,
  MentorsOf,
  NewProposal,
  ProposalAnswer,
} from "#server/mentors/mentor.contract.ts";
import type { Mentees } from "#server/mentoring/mentoring.contract.ts";
import { del, get, patch, post, put } from "../api/client.ts";

export type {
  ChoosableItem,
  Mentor,
  MentorsOf,
  NewProposal,
  Proposal,
  ProposalAnswer,
} from "#server/mentors/mentor.contract.ts";
export type { Mentee } from "#server/mentoring/mentoring.contract.ts";

const of = (studentId: string, mentorId: string) => `/api/students/${studentId}/mentors/${mentorId}`;

export const listMentors = (studentId: string) => get<MentorsOf>(`/api/students/${studentId}/mentors`);
export const proposeMentor = (studentId: string, proposal: NewProposal) =>
  post<{ id: string }>(`/api/students/${studentId}/mentor-proposals`, proposal);
export const withdrawProposal = (proposalId: string) => del<void>(`/api/mentor-proposals/${proposalId}`);
export const answerProposal = (proposalId: string, answer: ProposalAnswer) =>
  post<void>(`/api/mentor-proposals/${proposalId}/answer`, answer);
export const changeConsent = (studentId: string, mentorId: string, change: ConsentChange) =>
  patch<void>(of(studentId, mentorId), change);
export const endMentorship = (studentId: string, mentorId: string, because: string) =>
  post<void>(`${of(studentId, mentorId)}/end`, { because });
export const listChoosable = (studentId: string, mentorId: string) =>
  get<ChoosableItems>(`${of(studentId, mentorId)}/items`);
export const openItem = (studentId: string, mentorId: string, itemId: string) =>
  put<void>(`${of(studentId, mentorId)}/items/${itemId}`);
export const closeItem = (studentId: string, mentorId: string, itemId: string) =>
  del<void>(`${of(studentId, mentorId)}/items/${itemId}`);
export const listMentees = () => get<Mentees>("/api/mentoring");
export const askForCode = (token: string) => post<void>("/api/sign-in/mentor/code", { token });
export const enterCode = (token: string, code: string) =>
  post<void>("/api/sign-in/mentor/open", { token, code });
