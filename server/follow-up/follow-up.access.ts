// Who follows what is decided where it happens; the rules are gathered here for this feature's queries.
export { isAdviserOf } from "#server/access/relations.ts";
export { readsNumbersOf } from "#server/access/audiences.ts";
export { ownsPromise, schoolPromiseRunBy, readableBy as goalReadableBy } from "#server/goals/goal.access.ts";
export { followableBy } from "#server/interventions/intervention.access.ts";
