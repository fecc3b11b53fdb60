import { advisers, students } from "../groups.ts";
import type { Row } from "../row.ts";

/** What a student keeps of her rehearsals. */
export const rehearsalRows: Row[] = [
  {
    route: "POST /api/rehearsals",
    may: [...students, "classmate"],
    asks: () => ({ body: { parts: [{ key: "welcome", name: null, minutes: 2, seconds: 95 }] } }),
  },
  {
    route: "GET /api/students/:studentId/rehearsals",
    may: [...students, ...advisers],
    shows: { text: "rehearsedAt", to: [...students, ...advisers] },
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
  {
    route: "PATCH /api/rehearsals/:rehearsalId",
    may: students,
    asks: (_, { rehearsalId }) => ({
      params: { rehearsalId },
      body: { field: "isShared", base: false, value: true },
    }),
  },
];
