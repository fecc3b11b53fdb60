import { guides, inspectingGuardians } from "../groups.ts";
import type { Row } from "../row.ts";

export const questionnaireRows: Row[] = [
  {
    route: "GET /api/conferences/:conferenceId/questions",
    may: inspectingGuardians,
    asks: (_, { conferenceId }) => ({ params: { conferenceId } }),
    shows: { text: "Secret of the mother’s answer", to: ["guardian"] },
  },
  {
    route: "PATCH /api/conferences/:conferenceId/questions/:question",
    may: inspectingGuardians,
    asks: (_, { conferenceId }) => ({
      params: { conferenceId, question: "help" },
      body: { field: "answer", base: "", value: "Con las fracciones.", language: "es" },
    }),
  },
  {
    route: "PUT /api/conferences/:conferenceId/questions/finished",
    may: inspectingGuardians,
    asks: (_, { conferenceId }) => ({ params: { conferenceId } }),
  },
  {
    route: "GET /api/conferences/:conferenceId/family-answers",
    may: [...guides, "school administrator"],
    asks: (_, { conferenceId }) => ({ params: { conferenceId } }),
    shows: { text: "Secret of the mother’s answer", to: [...guides, "school administrator"] },
  },
];
