// What a mentor's page shows is decided by the features it shows; their rules are gathered here for its queries.
export { isApprovedMentorOf } from "#server/access/relations.ts";
export { itemReadableBy } from "#server/portfolios/presentation.access.ts";
export { readableBy as recordReadableBy } from "#server/records/record.access.ts";
