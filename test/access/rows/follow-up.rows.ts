import { advisers, guides, readers, staff, students } from "../groups.ts";
import type { Row } from "../row.ts";

/** What happens between two conferences: check-ins, goals carried on, support plans looked at again. */
export const followUpRows: Row[] = [
  {
    route: "GET /api/students/:studentId/goal-thread",
    may: readers,
    shows: { text: "Ask before I am lost", to: readers },
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
  {
    route: "POST /api/goals/:goalId/check-ins",
    may: [...students, ...advisers],
    asks: (_, { agreedGoalId }) => ({
      params: { goalId: agreedGoalId },
      body: { on: "2026-11-12", line: "Two chapters this week", language: "en" },
    }),
  },
  {
    route: "POST /api/goals/:goalId/carry",
    may: [...students, ...advisers],
    asks: (_, { lastGoalId }) => ({ params: { goalId: lastGoalId } }),
  },
  {
    route: "GET /api/students/:studentId/colleagues",
    may: advisers,
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
  {
    route: "PUT /api/promises/:promiseId/owner",
    may: advisers,
    asks: ({ adviser }, { schoolPromiseId }) => ({
      params: { promiseId: schoolPromiseId },
      body: { base: null, value: adviser.personId },
    }),
  },
  {
    route: "POST /api/interventions/:interventionId/steps",
    may: guides,
    asks: (_, { agreedPlanId }) => ({
      params: { interventionId: agreedPlanId },
      body: { step: "begin", note: "", outcome: null, reviewOn: null },
    }),
  },
  {
    route: "GET /api/follow-up",
    may: staff,
    shows: { text: "Secret of the support plan", to: guides },
  },
  { route: "GET /api/owed", may: staff, shows: { text: '"kind":"plan"', to: advisers } },
];
