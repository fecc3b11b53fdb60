import { hasWord, said } from "../words/words.svelte.ts";
import { session } from "../session/session.svelte.ts";

const roles = [
  "teacher",
  "case-manager",
  "counsellor",
  "office",
  "school-administrator",
  "district-administrator",
];

/** The roles one may give: a district's administrator is named by another alone. */
export const roleOptions = () =>
  roles
    .filter(
      (role) => role !== "district-administrator" || session.actor?.roles.includes("district-administrator"),
    )
    .map((role) => ({
      value: role,
      label: hasWord(`office.because-${role}`) ? said(`office.because-${role}`) : role,
    }));
