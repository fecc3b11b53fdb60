import { roleOnly, signedIn, staffOnly, type Door } from "./doors.ts";

/** Every rule a route may name, in the order of the features. One line says who may come in. */
export const rules = {
  "signed-in": signedIn,
  staff: staffOnly,
  "outbox.read": roleOnly("school-administrator", "district-administrator"),
} satisfies Record<string, Door>;

export type RuleName = keyof typeof rules;
