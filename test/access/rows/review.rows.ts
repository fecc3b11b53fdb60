import { everyone, inspectingGuardians, students } from "../groups.ts";
import type { Row } from "../row.ts";

export const reviewRows: Row[] = [
  { route: "GET /api/review", may: everyone },
  {
    route: "GET /api/conferences/:conferenceId/review",
    may: inspectingGuardians,
    asks: (_, { heldConferenceId }) => ({ params: { conferenceId: heldConferenceId } }),
  },
  {
    route: "POST /api/conferences/:conferenceId/notes",
    may: inspectingGuardians,
    asks: (_, { heldConferenceId }) => ({
      params: { conferenceId: heldConferenceId },
      body: { body: "You asked when fish sleep.", language: "en" },
    }),
  },
  {
    route: "GET /api/students/:studentId/notes",
    may: [...students, ...inspectingGuardians],
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
  { route: "PUT /api/notes/read", may: [...students, "classmate"] },
];
