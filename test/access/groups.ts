import { kinds, type Kind } from "./cast.ts";

/** Everybody who is signed in. */
export const everyone: Kind[] = kinds.filter((kind) => kind !== "nobody");

export const students: Kind[] = ["student", "student at 18"];
export const inspectingGuardians: Kind[] = ["guardian", "second household's guardian"];

/** Runs the meeting and writes the record. */
export const advisers: Kind[] = ["adviser", "co-adviser", "substitute"];

/** Sees a student's numbers, what she showed and her record's core (design.md section 7). */
export const readers: Kind[] = [
  ...students,
  ...inspectingGuardians,
  ...advisers,
  "case manager",
  "counsellor",
  "school administrator",
  "district administrator with a reason",
];

/** Helps a student prepare. */
export const guides: Kind[] = [...advisers, "case manager", "counsellor"];

/** Arranges times and places. */
export const arrangers: Kind[] = [...advisers, "office", "school administrator"];

export const staff: Kind[] = [
  ...advisers,
  "last year's adviser",
  "subject teacher",
  "other teacher",
  "case manager",
  "counsellor",
  "office",
  "school administrator",
  "district administrator",
  "district administrator with a reason",
  "other district's administrator",
];

export const administrators: Kind[] = [
  "school administrator",
  "district administrator",
  "district administrator with a reason",
  "other district's administrator",
];
