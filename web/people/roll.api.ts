import type {
  AdvisoryMove,
  EnrolmentChange,
  NewStudent,
  Roll,
  StudentSignIn,
} from "#server/people/students/roll.contract.ts";
import type { PersonChange } from "#server/people/person.contract.ts";
import type { StudentFile } from "#server/people/students/student-file.contract.ts";
import { get, patch, post, put } from "../api/client.ts";

export type {
  EnrolmentChange,
  NewStudent,
  Roll,
  RollStudent,
} from "#server/people/students/roll.contract.ts";
export type { PersonChange } from "#server/people/person.contract.ts";
export type {
  GuardianOfStudent,
  Onlooker,
  StudentFile,
} from "#server/people/students/student-file.contract.ts";

/** What is looked for in the list; empty answers ask for nothing. */
export type Looked = { search?: string; school?: string; without?: string; page?: string };

export function listRoll(looked: Looked): Promise<Roll> {
  const asked = Object.entries(looked).filter(([, value]) => value !== "" && value !== undefined);
  return get<Roll>(`/api/students?${new URLSearchParams(Object.fromEntries(asked)).toString()}`);
}

const one = (studentId: string) => `/api/students/${studentId}`;

export const enrolStudent = (student: NewStudent) => post<{ id: string }>("/api/students", student);
export const readStudentFile = (studentId: string) => get<StudentFile>(`${one(studentId)}/file`);
export const changeStudentPerson = (studentId: string, change: PersonChange) =>
  patch<void>(`${one(studentId)}/person`, change);
export const changeEnrolment = (studentId: string, change: EnrolmentChange) =>
  patch<void>(`${one(studentId)}/enrolment`, change);
export const moveStudent = (studentId: string, move: AdvisoryMove) =>
  put<void>(`${one(studentId)}/advisory`, move);
export const letStudentIn = (studentId: string, signIn: StudentSignIn) =>
  put<void>(`${one(studentId)}/sign-in`, signIn);
