import { staff } from "../groups.ts";
import type { Row } from "../row.ts";

/** An adviser's own sentences; the one asked for is her adviser's. */
export const phraseRows: Row[] = [
  { route: "GET /api/phrases", may: staff },
  {
    route: "POST /api/phrases",
    may: staff,
    asks: () => ({ body: { field: "concerns", language: "en", words: "They would like to hear sooner." } }),
  },
  {
    route: "DELETE /api/phrases/:phraseId",
    may: ["adviser"],
    asks: (_, { phraseId }) => ({ params: { phraseId } }),
  },
];
