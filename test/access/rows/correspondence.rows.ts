import { advisers, inspectingGuardians, staff } from "../groups.ts";
import type { Row } from "../row.ts";

const words = { body: "May she stay for office hours?", language: "en" };

export const correspondenceRows: Row[] = [
  {
    route: "GET /api/students/:studentId/correspondence",
    may: [...inspectingGuardians, ...advisers, "school administrator"],
    asks: (_, { studentId }) => ({ params: { studentId } }),
    shows: {
      text: "Secret of the mother’s line",
      to: ["guardian", ...advisers, "school administrator"],
    },
  },
  {
    route: "POST /api/students/:studentId/correspondence",
    may: inspectingGuardians,
    asks: (_, { studentId }) => ({ params: { studentId }, body: words }),
  },
  {
    route: "POST /api/students/:studentId/correspondence/:householdId",
    may: advisers,
    asks: ({ guardian }, { studentId }) => ({
      params: { studentId, householdId: guardian.householdId },
      body: words,
    }),
  },
  {
    route: "PUT /api/students/:studentId/correspondence/:householdId/settled",
    may: advisers,
    asks: ({ guardian }, { studentId }) => ({ params: { studentId, householdId: guardian.householdId } }),
  },
  {
    route: "GET /api/correspondence/owed",
    may: staff,
    shows: { text: "Rosa Duarte", to: advisers },
  },
];
