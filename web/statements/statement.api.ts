import type { StatementRevision, Statements } from "#server/statements/statement.contract.ts";
import { get, patch } from "../api/client.ts";

export type {
  Statement,
  StatementField,
  Statements,
  UsualStatementField,
} from "#server/statements/statement.contract.ts";

export const listStatements = (studentId: string) => get<Statements>(`/api/students/${studentId}/statements`);
export const writeStatement = (studentId: string, revision: StatementRevision) =>
  patch<void>(`/api/students/${studentId}/statements`, revision);
