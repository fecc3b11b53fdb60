import type { Kind } from "../cast.ts";
import type { Row } from "../row.ts";

/** Counsellors and the administrators of schools; whose numbers they write is asked row by row. */
const writers: Kind[] = ["counsellor", "school administrator"];

/** Both students, and one of another school, who must stay unknown: she is named without her capitals. */
const text = [
  "Student\tCourse\tGrade",
  "Itzel Navarro Duarte\tGeometry\tC",
  "Noor Hassan Abdi\tGeometry\tC",
  "xanthe ravensworth\tGeometry\tC",
  "zebulon quisling\tGeometry\tC",
].join("\n");

export const numberRows: Row[] = [
  {
    route: "POST /api/numbers/preview",
    may: [...writers, "other district's administrator"],
    asks: () => ({ body: { kind: "grades", text } }),
    shows: { text: "Itzel Navarro Duarte", to: writers },
  },
  {
    route: "POST /api/numbers",
    may: [...writers, "other district's administrator"],
    asks: () => ({ body: { kind: "grades", text, digest: "0".repeat(64) } }),
    except: Object.fromEntries(
      writers.map((kind) => [kind, { status: 409, because: "nobody has seen what this table does" }]),
    ),
  },
];
