import { advisers, readers, students } from "../groups.ts";
import { kinds, type Kind } from "../cast.ts";
import type { Row } from "../row.ts";

const onDraft: Row["asks"] = (_, { draftRecordId }) => ({ params: { recordId: draftRecordId } });
const onSealed: Row["asks"] = (_, { recordId }) => ({ params: { recordId } });
const plan = {
  need: "learning-gap",
  action: "Office hours",
  provider: "Ms. Lindgren",
  startsOn: null,
  frequency: "weekly",
  measure: "",
  reviewOn: null,
};
const all = (kinds: Kind[], because: string) =>
  Object.fromEntries(kinds.map((kind) => [kind, { status: 409, because }]));

/** The record while it is written, and once it is finished. */
export const recordRows: Row[] = [
  {
    route: "GET /api/conferences/:conferenceId/record",
    may: [...students, ...advisers],
    asks: (_, { liveConferenceId }) => ({ params: { conferenceId: liveConferenceId } }),
  },
  {
    route: "PATCH /api/records/:recordId/fields",
    may: [...students, ...advisers],
    asks: (_, { draftRecordId }) => ({
      params: { recordId: draftRecordId },
      body: { part: "core", field: "strengths", base: null, value: "I ask again.", language: "en" },
    }),
  },
  {
    route: "GET /api/records/:recordId/changes",
    may: [...students, ...advisers],
    asks: (_, { draftRecordId }) => ({ params: { recordId: draftRecordId }, query: { since: "0" } }),
  },
  { route: "GET /api/records/:recordId/missing", may: advisers, asks: onDraft },
  {
    route: "GET /api/records/:recordId/content",
    may: readers,
    shows: { text: "Room 214", to: readers },
    asks: onSealed,
  },
  { route: "GET /api/records/:recordId/pdf", may: readers, asks: onSealed },
  { route: "GET /api/records/:recordId/school-form", may: readers, asks: onSealed },
  {
    route: "POST /api/records/:recordId/read-back",
    may: advisers,
    asks: (_, { draftRecordId }) => ({ params: { recordId: draftRecordId }, body: { revision: 1 } }),
  },
  {
    route: "POST /api/records/:recordId/acknowledgements",
    // Her own name under her own copy: nobody signs for her once the record is finished.
    may: ["guardian"],
    asks: ({ guardian }, { recordId }) => ({
      params: { recordId },
      body: {
        personId: guardian.personId,
        typedName: "Rosa Duarte",
        tookPart: true,
        receivedCopy: true,
        comment: "",
        language: "es",
        revision: 1,
      },
    }),
  },
  {
    route: "POST /api/records/:recordId/seal",
    may: [],
    except: all(advisers, "this record still lacks what a held conference needs"),
    asks: (_, { draftRecordId }) => ({ params: { recordId: draftRecordId }, body: { revision: 1 } }),
  },
  {
    route: "POST /api/records/:recordId/withdrawal",
    may: ["school administrator"],
    asks: (_, { recordId }) => ({ params: { recordId }, body: { because: "The wrong student" } }),
  },
  { route: "GET /api/records/:recordId/unprintable", may: advisers, asks: onDraft },
  { route: "GET /api/records/:recordId/translations", may: advisers, asks: onDraft },
  {
    route: "PUT /api/records/:recordId/translations",
    may: advisers,
    asks: (_, { draftRecordId }) => ({
      params: { recordId: draftRecordId },
      body: { source: "Secret of the draft record", language: "es", words: "Secreto" },
    }),
  },
  {
    route: "POST /api/records/:recordId/erasure",
    may: ["school administrator"],
    asks: (_, { withdrawnRecordId, withdrawnNumber: number }) => ({
      params: { recordId: withdrawnRecordId },
      body: { number, ground: "another-student", because: "It was about another student" },
    }),
  },
  {
    route: "GET /api/records/:recordId/tombstone",
    may: ["school administrator"],
    shows: { text: "Secret of the erasure", to: ["school administrator"] },
    asks: (_, { erasedRecordId }) => ({ params: { recordId: erasedRecordId } }),
  },
  {
    route: "PUT /api/records/:recordId/acknowledgements/:acknowledgementId/scan",
    // A substitute or co-adviser attaches a file of her own; the one asked for is the adviser's.
    may: ["adviser"],
    asks: (_, { recordId, paperNameId, sheetId: fileId }) => ({
      params: { recordId, acknowledgementId: paperNameId },
      body: { fileId },
    }),
  },
  {
    route: "POST /api/records/:recordId/corrections",
    may: ["school administrator"],
    asks: (_, { recordId }) => ({
      params: { recordId },
      body: {
        version: 1,
        part: "core",
        section: "results",
        what: "Reading 221",
        because: "Mistyped",
        language: "en",
      },
    }),
  },
  {
    route: "PUT /api/records/:recordId/withheld-names/:personId",
    may: advisers,
    asks: ({ student }, { draftRecordId }) => ({
      params: { recordId: draftRecordId, personId: student.personId },
      body: { because: "later" },
    }),
  },
  {
    route: "DELETE /api/records/:recordId/withheld-names/:personId",
    may: advisers,
    asks: (_, { draftRecordId, withheldPersonId }) => ({
      params: { recordId: draftRecordId, personId: withheldPersonId },
    }),
  },
  {
    route: "GET /api/records/:recordId/acknowledgements/:acknowledgementId/slip",
    // Her household's own: neither the other home nor the student.
    may: ["guardian", ...advisers, "case manager", "counsellor", "school administrator"],
    asks: (_, { recordId, lateNameId }) => ({ params: { recordId, acknowledgementId: lateNameId } }),
  },
  {
    route: "PUT /api/records/:recordId/interventions/:interventionId",
    may: advisers,
    makesUp: "interventionId",
    asks: (_, { draftRecordId, interventionId }) => ({
      params: { recordId: draftRecordId, interventionId },
      body: plan,
    }),
  },
  {
    route: "DELETE /api/records/:recordId/interventions/:interventionId",
    may: advisers,
    asks: (_, { draftRecordId, interventionId }) => ({ params: { recordId: draftRecordId, interventionId } }),
  },
  {
    route: "GET /api/copies/:sha256",
    may: kinds,
    asks: () => ({ params: { sha256: "c0".repeat(32) } }),
  },
];
