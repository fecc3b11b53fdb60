import { advisers, guides, students } from "../groups.ts";
import type { Row } from "../row.ts";

/** What a student says about herself before a conference. */
export const statementRows: Row[] = [
  {
    route: "GET /api/students/:studentId/statements",
    may: [...students, ...guides],
    asks: (_, { studentId }) => ({ params: { studentId } }),
    shows: { text: "Secret of the statement", to: [...students, ...guides] },
  },
  {
    route: "PATCH /api/students/:studentId/statements",
    may: students,
    asks: (_, { studentId }) => ({
      params: { studentId },
      body: { field: "growthAreas", base: "", value: "Asking before I am lost.", language: "en" },
    }),
  },
  {
    route: "GET /api/students/:studentId/preparation",
    may: advisers,
    asks: (_, { studentId }) => ({ params: { studentId } }),
    shows: { text: "Secret of the preparation", to: advisers },
  },
  {
    route: "PATCH /api/students/:studentId/preparation",
    may: advisers,
    asks: (_, { studentId }) => ({
      params: { studentId },
      body: { field: "mathNote", base: "", value: "Grew two steps in geometry.", language: "en" },
    }),
  },
];
