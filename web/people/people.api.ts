import type { ResultList } from "#server/assessments/result.contract.ts";
import type { AdvisoryList } from "#server/people/advisory.contract.ts";
import type { InvitablePeople } from "#server/people/invitable.contract.ts";
import type { Student } from "#server/people/student.contract.ts";
import { get } from "../api/client.ts";

export type { Advisory, AdvisoryStudent } from "#server/people/advisory.contract.ts";
export type { InvitableGuardian, InvitablePeople } from "#server/people/invitable.contract.ts";
export type { AssessmentResult } from "#server/assessments/result.contract.ts";
export type { Student } from "#server/people/student.contract.ts";

export const listAdvisories = () => get<AdvisoryList>("/api/advisory");
export const readStudent = (studentId: string) => get<Student>(`/api/students/${studentId}`);
export const listInvitable = (studentId: string) => get<InvitablePeople>(`/api/students/${studentId}/people`);
export const listResults = (studentId: string) => get<ResultList>(`/api/students/${studentId}/results`);
