import { students } from "../groups.ts";
import type { Row } from "../row.ts";

export const consentRows: Row[] = [
  {
    route: "GET /api/students/:studentId/consents",
    may: students,
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
  {
    route: "PATCH /api/students/:studentId/consents/:personId",
    may: ["student at 18"],
    asks: ({ guardian }, { studentId }) => ({
      params: { studentId, personId: guardian.personId },
      body: { field: "mayAttend", base: false, value: true },
    }),
  },
  {
    route: "PUT /api/students/:studentId/consents/request",
    may: ["guardian of an 18-year-old"],
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
];
