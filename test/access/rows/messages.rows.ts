import { administrators } from "../groups.ts";
import type { Row } from "../row.ts";

/** The outbox of the district; the message asked for is one to the student's guardian. */
export const messageRows: Row[] = [
  { route: "GET /api/outbox", may: administrators },
  {
    route: "GET /api/outbox/:messageId",
    may: administrators.filter((kind) => kind !== "other district's administrator"),
    asks: (_, { messageId }) => ({ params: { messageId } }),
  },
];
