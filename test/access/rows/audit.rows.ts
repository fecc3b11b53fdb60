import type { Kind } from "../cast.ts";
import type { Row } from "../row.ts";

const auditors: Kind[] = ["school administrator", "district administrator with a reason"];

/** What was changed about a student, and who looked. */
export const auditRows: Row[] = [
  {
    route: "GET /api/students/:studentId/changes",
    may: auditors,
    asks: (_, { studentId }) => ({ params: { studentId } }),
    shows: { text: "Secret of the court order", to: auditors },
  },
  {
    route: "GET /api/students/:studentId/reads",
    may: auditors,
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
];
