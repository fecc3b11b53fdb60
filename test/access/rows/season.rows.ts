import { advisers, everyone, guides, staff } from "../groups.ts";
import type { Kind } from "../cast.ts";
import type { Row } from "../row.ts";

const staffHere: Kind[] = staff.filter((kind) => kind !== "other district's administrator");
const administratorsHere: Kind[] = [
  "school administrator",
  "district administrator",
  "district administrator with a reason",
];

/** Rounds of conferences: staff read them, administrators plan them. */
export const seasonRows: Row[] = [
  { route: "GET /api/seasons", may: everyone },
  {
    route: "POST /api/seasons",
    may: administratorsHere,
    asks: ({ school }) => ({
      body: {
        schoolId: school.schoolId,
        name: "Winter conferences",
        code: "2027-W",
        startsOn: "2027-02-01",
        endsOn: "2027-02-26",
        copyOf: school.seasonId,
      },
    }),
  },
  {
    route: "GET /api/seasons/:seasonId",
    may: staffHere,
    asks: ({ school }) => ({ params: { seasonId: school.seasonId } }),
  },
  {
    route: "PATCH /api/seasons/:seasonId",
    may: administratorsHere,
    asks: ({ school }) => ({
      params: { seasonId: school.seasonId },
      body: { field: "minutes", base: 30, value: 20 },
    }),
  },
  {
    route: "GET /api/seasons/:seasonId/readiness",
    may: staffHere,
    asks: ({ school }) => ({ params: { seasonId: school.seasonId } }),
    shows: { text: "Navarro Duarte", to: [...guides, "office", "school administrator"] },
  },
  {
    route: "GET /api/seasons/:seasonId/records",
    may: [...administratorsHere, ...advisers],
    asks: ({ school }) => ({ params: { seasonId: school.seasonId } }),
  },
  {
    route: "POST /api/seasons/:seasonId/records/bundles",
    may: administratorsHere,
    asks: ({ school }) => ({
      params: { seasonId: school.seasonId },
      body: { form: "zip", copies: "families", advisoryId: null },
    }),
  },
  {
    route: "GET /api/seasons/:seasonId/plan-facts.csv",
    may: administratorsHere,
    asks: ({ school }) => ({ params: { seasonId: school.seasonId } }),
    shows: {
      text: "Secret of the reason for none",
      to: ["school administrator", "district administrator with a reason"],
    },
  },
  {
    route: "GET /api/bundles/:bundleId/file",
    may: ["school administrator"],
    asks: (_, { bundleId }) => ({ params: { bundleId } }),
  },
];
