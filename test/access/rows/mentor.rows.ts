import { advisers, everyone, inspectingGuardians, students } from "../groups.ts";
import type { Row } from "../row.ts";

/** Who is at a student's side, and the mentor's own page. */
export const mentorRows: Row[] = [
  {
    route: "GET /api/students/:studentId/mentors",
    may: [...students, ...inspectingGuardians, ...advisers, "school administrator"],
    shows: { text: "Secret of the proposed mentor", to: [...students, ...advisers, "school administrator"] },
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
  {
    route: "POST /api/students/:studentId/mentor-proposals",
    may: students,
    asks: (_, { studentId }) => ({
      params: { studentId },
      body: {
        name: "Joaquín Prats",
        line: "Robotics coach",
        knownFrom: "He has coached us since seventh grade",
        email: "joaquin@example.org",
        isMinor: false,
        language: "es",
      },
    }),
  },
  {
    route: "DELETE /api/mentor-proposals/:proposalId",
    may: students,
    asks: (_, { proposalId }) => ({ params: { proposalId } }),
  },
  {
    route: "POST /api/mentor-proposals/:proposalId/answer",
    may: advisers,
    asks: (_, { proposalId }) => ({
      params: { proposalId },
      body: { answer: "approved", word: "Good choice", isMinor: false, untilOn: null, conferenceId: null },
    }),
  },
  {
    route: "PATCH /api/students/:studentId/mentors/:mentorId",
    may: ["student at 18", ...inspectingGuardians],
    asks: ({ mentor }, { studentId }) => ({
      params: { studentId, mentorId: mentor.personId },
      body: { field: "numbers", base: false, value: true },
    }),
  },
  {
    route: "POST /api/students/:studentId/mentors/:mentorId/end",
    may: [...students, ...inspectingGuardians, ...advisers],
    asks: ({ mentor }, { studentId }) => ({
      params: { studentId, mentorId: mentor.personId },
      body: { because: "She moved away" },
    }),
  },
  {
    route: "GET /api/students/:studentId/mentors/:mentorId/items",
    may: students,
    shows: { text: "The creek at night", to: students },
    asks: ({ mentor }, { studentId }) => ({ params: { studentId, mentorId: mentor.personId } }),
  },
  {
    route: "PUT /api/students/:studentId/mentors/:mentorId/items/:itemId",
    may: students,
    asks: ({ mentor }, { studentId, shownItemId }) => ({
      params: { studentId, mentorId: mentor.personId, itemId: shownItemId },
    }),
  },
  {
    route: "DELETE /api/students/:studentId/mentors/:mentorId/items/:itemId",
    may: students,
    asks: ({ mentor }, { studentId, shownItemId }) => ({
      params: { studentId, mentorId: mentor.personId, itemId: shownItemId },
    }),
  },
  {
    route: "GET /api/mentoring",
    may: everyone,
    shows: { text: '"items":1', to: ["mentor", "minor mentor"] },
  },
];
