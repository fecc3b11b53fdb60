import { arrangers } from "../groups.ts";
import type { Row } from "../row.ts";

const asked: Row["asks"] = ({ school, guardian }, { advisoryId, studentId }) => ({
  params: { advisoryId },
  body: {
    seasonId: school.seasonId,
    rows: [
      {
        studentId,
        startsAt: "2026-11-19T17:40",
        minutes: 30,
        mode: "in-person",
        place: "Room 214",
        link: "",
        // Tonight's joint conference must not be in the way.
        householdKey: guardian.householdId,
        participants: [{ personId: guardian.personId, part: "guardian" }],
      },
    ],
  },
});

/** The conferences of a whole advisory, set in one go. */
export const scheduleRows: Row[] = [
  {
    route: "GET /api/advisories/:advisoryId/schedule",
    may: arrangers,
    asks: (_, { advisoryId }) => ({ params: { advisoryId } }),
    shows: { text: "Navarro Duarte", to: arrangers },
  },
  { route: "POST /api/advisories/:advisoryId/schedule/troubles", may: arrangers, asks: asked },
  { route: "POST /api/advisories/:advisoryId/schedule", may: arrangers, asks: asked },
];
