import type { PlanChange, SchoolPlans } from "#server/transcripts/plans/school-plan.contract.ts";
import type { Transcript, Tried, WhatIf } from "#server/transcripts/transcript.contract.ts";
import { get, patch, post } from "../api/client.ts";

export type { SchoolPlans } from "#server/transcripts/plans/school-plan.contract.ts";
export type {
  CreditFlag,
  CourseResult,
  CurrentGrade,
  GraduationAudit,
  SubjectStanding,
  Transcript,
  WhatIf,
} from "#server/transcripts/transcript.contract.ts";

export const readTranscript = (studentId: string) => get<Transcript>(`/api/students/${studentId}/transcript`);
export const tryCourses = (studentId: string, whatIf: WhatIf) =>
  post<Tried>(`/api/students/${studentId}/what-if`, whatIf);

const plansOf = (schoolId: string) => `/api/schools/${schoolId}/graduation-plans`;

export const readSchoolPlans = (schoolId: string) => get<SchoolPlans>(plansOf(schoolId));
export const choosePlan = (schoolId: string, change: PlanChange) => patch<void>(plansOf(schoolId), change);
