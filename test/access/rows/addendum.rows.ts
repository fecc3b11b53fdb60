import { advisers } from "../groups.ts";
import type { Row } from "../row.ts";

const path = "/api/records/:recordId/addendum";

/** What staff note apart from the record; the case manager was named, the counsellor was not. */
export const addendumRows: Row[] = [
  {
    route: `GET ${path}`,
    may: [...advisers, "case manager", "school administrator"],
    shows: { text: "Secret of the addendum", to: [...advisers, "case manager", "school administrator"] },
    asks: (_, { draftRecordId }) => ({ params: { recordId: draftRecordId } }),
  },
  {
    route: `PATCH ${path}`,
    may: advisers,
    asks: (_, { draftRecordId }) => ({
      params: { recordId: draftRecordId },
      body: { field: "body", base: "Secret of the addendum", value: "Call on Friday.", language: "en" },
    }),
  },
  {
    route: `PUT ${path}/readers/:personId`,
    may: advisers,
    asks: (_, { draftRecordId, namedReaderId }) => ({
      params: { recordId: draftRecordId, personId: namedReaderId },
    }),
  },
  {
    route: `DELETE ${path}/readers/:personId`,
    may: advisers,
    asks: (_, { draftRecordId, namedReaderId }) => ({
      params: { recordId: draftRecordId, personId: namedReaderId },
    }),
  },
];
