import type { Transcript } from "#server/transcripts/transcript.contract.ts";
import { get } from "../api/client.ts";

export type {
  CreditFlag,
  CourseResult,
  CurrentGrade,
  GraduationAudit,
  SubjectStanding,
  Transcript,
} from "#server/transcripts/transcript.contract.ts";

export const readTranscript = (studentId: string) => get<Transcript>(`/api/students/${studentId}/transcript`);
