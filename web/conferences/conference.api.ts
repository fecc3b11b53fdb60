import type {
  Conference,
  ConferenceChange,
  ConferenceList,
  Ending,
  FollowUp,
  NewConference,
  NewContactAttempt,
  Told,
} from "#server/conferences/conference.contract.ts";
import type { ParticipantChange } from "#server/participants/participant.contract.ts";
import type { ReadinessWithNext } from "#server/readiness/readiness.contract.ts";
import { del, get, patch, post, put } from "../api/client.ts";

export type {
  Companion,
  Conference,
  ConferenceChange,
  ConferenceList,
  Ending,
  FamilyConference,
  GuestConference,
  Mode,
  NewConference,
  OfficeConference,
  StaffConference,
  StudentConference,
} from "#server/conferences/conference.contract.ts";
export type { Invitation } from "#server/participants/participant.contract.ts";
export type { Mark, ReadinessWithNext } from "#server/readiness/readiness.contract.ts";

const one = (conferenceId: string) => `/api/conferences/${conferenceId}`;

export const listConferences = () => get<ConferenceList>("/api/conferences");
export const readConference = (conferenceId: string) => get<Conference>(one(conferenceId));
export const readReadiness = (conferenceId: string) =>
  get<ReadinessWithNext>(`${one(conferenceId)}/readiness`);
export const arrangeConference = (given: NewConference) => post<{ id: string }>("/api/conferences", given);
export const changeConference = (conferenceId: string, change: ConferenceChange) =>
  patch<void>(one(conferenceId), change);
export const startConference = (conferenceId: string, told: { at?: string } = {}) =>
  post<void>(`${one(conferenceId)}/start`, told);
export const pauseConference = (conferenceId: string) => post<void>(`${one(conferenceId)}/pause`);
export const endConference = (conferenceId: string, ending: Ending) =>
  post<void>(`${one(conferenceId)}/end`, ending);
export const cancelConference = (conferenceId: string) => post<void>(`${one(conferenceId)}/cancel`);
export const noteContactAttempt = (conferenceId: string, attempt: NewContactAttempt) =>
  post<{ id: string }>(`${one(conferenceId)}/contact-attempts`, attempt);
export const changeParticipant = (conferenceId: string, personId: string, change: ParticipantChange) =>
  put<void>(`${one(conferenceId)}/participants/${personId}`, change);
export const removeParticipant = (conferenceId: string, personId: string) =>
  del<void>(`${one(conferenceId)}/participants/${personId}`);
export const tellChange = (conferenceId: string) => post<Told>(`${one(conferenceId)}/notices`);
export const followUp = (conferenceId: string, given: FollowUp) =>
  post<{ id: string }>(`${one(conferenceId)}/follow-up`, given);
export const calendarAddress = (conferenceId: string) => `${one(conferenceId)}/calendar`;
