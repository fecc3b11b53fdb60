import type { ResultList } from "#server/assessments/result.contract.ts";
import { get } from "../api/client.ts";

export type { AssessmentResult } from "#server/assessments/result.contract.ts";

export const listResults = (studentId: string) => get<ResultList>(`/api/students/${studentId}/results`);
