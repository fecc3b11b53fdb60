import type { Kind } from "../cast.ts";
import { readers, staff } from "../groups.ts";
import type { Row } from "../row.ts";

const keepers: Kind[] = [
  "school administrator",
  "district administrator",
  "district administrator with a reason",
];

/** The page for home, an adviser's resources, and what a school says of its classes. */
export const atHomeRows: Row[] = [
  {
    route: "GET /api/records/:recordId/at-home",
    may: readers,
    asks: (_, { recordId }) => ({ params: { recordId } }),
  },
  {
    route: "GET /api/records/:recordId/check-in",
    may: readers,
    asks: (_, { recordId }) => ({ params: { recordId } }),
  },
  { route: "GET /api/resources", may: staff },
  {
    route: "POST /api/resources",
    may: staff,
    asks: () => ({
      body: { title: "Homework room", about: "Quiet", address: "Library", language: "en" },
    }),
  },
  {
    route: "DELETE /api/resources/:resourceId",
    may: ["adviser"],
    asks: (_, { resourceId }) => ({ params: { resourceId } }),
  },
  {
    route: "GET /api/schools/:schoolId/class-guide",
    may: keepers,
    asks: ({ school }) => ({ params: { schoolId: school.schoolId } }),
  },
  {
    route: "PATCH /api/schools/:schoolId/class-guide/:language",
    may: keepers,
    asks: ({ school }) => ({
      params: { schoolId: school.schoolId, language: "ar" },
      body: { base: "", value: "" },
    }),
  },
];
