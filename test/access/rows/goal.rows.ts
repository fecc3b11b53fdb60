import { advisers, readers, students } from "../groups.ts";
import type { Row } from "../row.ts";

const texts = { wording: "Keep Tuesdays free", ownerName: "Rosa", byOn: null };

/** Goals, promises, results and transcripts; one goal is a draft, one agreed. */
export const goalRows: Row[] = [
  {
    route: "GET /api/students/:studentId/goals",
    may: readers,
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
  {
    route: "POST /api/goals",
    may: [...students, ...advisers],
    asks: ({ school }, { studentId }) => ({
      body: {
        studentId,
        seasonId: school.seasonId,
        wording: "Read one chapter a night",
        category: "habit",
        measure: "",
        dueOn: "2027-01-22",
        language: "en",
      },
    }),
  },
  {
    route: "PATCH /api/goals/:goalId",
    may: [...students, ...advisers],
    asks: (_, { draftGoalId }) => ({
      params: { goalId: draftGoalId },
      body: { field: "measure", base: "Geometry average 83 %", value: "Geometry average 85 %" },
    }),
  },
  {
    route: "DELETE /api/goals/:goalId",
    may: [...students, ...advisers],
    asks: (_, { draftGoalId }) => ({ params: { goalId: draftGoalId } }),
  },
  {
    route: "PUT /api/goals/:goalId/promises/:side",
    may: [...students, ...advisers],
    asks: ({ guardian }, { draftGoalId }) => ({
      params: { goalId: draftGoalId, side: "family" },
      body: { householdId: guardian.householdId, base: null, value: texts, language: "en" },
    }),
  },
  {
    route: "POST /api/promises/:promiseId/answer",
    may: ["guardian"],
    asks: (_, { homePromiseId }) => ({ params: { promiseId: homePromiseId }, body: { answer: "accepted" } }),
  },
  {
    route: "POST /api/promises/:promiseId/report",
    may: ["guardian"],
    asks: (_, { acceptedPromiseId }) => ({
      params: { promiseId: acceptedPromiseId },
      body: { kept: "kept", because: "" },
    }),
  },
  {
    route: "GET /api/students/:studentId/results",
    may: readers,
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
  {
    route: "GET /api/students/:studentId/transcript",
    may: readers,
    asks: (_, { studentId }) => ({ params: { studentId } }),
    shows: { text: "Secret of the geometry grade", to: readers },
  },
  {
    route: "POST /api/students/:studentId/what-if",
    may: readers,
    asks: (_, { studentId }) => ({
      params: { studentId },
      body: {
        left: [],
        planned: [{ course: "Ceramics", subject: "arts", credits: 10, onCollegeList: true }],
      },
    }),
  },
];
