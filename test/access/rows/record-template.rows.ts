import { usualDefinition } from "#server/record-templates/definition/usual-form.ts";
import type { Kind } from "../cast.ts";
import type { Row } from "../row.ts";

const keepers: Kind[] = [
  "school administrator",
  "district administrator",
  "district administrator with a reason",
];

const onTemplate =
  (body?: unknown): Row["asks"] =>
  (_, { recordTemplateId: templateId }) => ({
    params: { templateId },
    ...(body === undefined ? {} : { body }),
  });

/** The school's own arrangement of the record form: one being changed, and one no longer used. */
export const recordTemplateRows: Row[] = [
  {
    route: "GET /api/schools/:schoolId/record-templates",
    may: keepers,
    asks: ({ school }) => ({ params: { schoolId: school.schoolId } }),
  },
  {
    route: "POST /api/schools/:schoolId/record-templates",
    may: keepers,
    asks: ({ school }) => ({
      params: { schoolId: school.schoolId },
      body: { name: "Grades 11 and 12", copyOf: null },
    }),
  },
  { route: "GET /api/record-templates/:templateId", may: keepers, asks: onTemplate() },
  {
    route: "PUT /api/record-templates/:templateId/definition",
    may: keepers,
    asks: onTemplate({ revision: 0, definition: usualDefinition() }),
  },
  {
    route: "GET /api/record-templates/:templateId/form",
    may: keepers,
    asks: (_, { recordTemplateId: templateId }) => ({ params: { templateId }, query: { grade: "11" } }),
  },
  {
    route: "PATCH /api/record-templates/:templateId/name",
    may: keepers,
    asks: onTemplate({ base: "Secret of the record template", value: "Grades 11 and 12" }),
  },
  {
    route: "POST /api/record-templates/:templateId/versions",
    may: keepers,
    asks: onTemplate({ revision: 0 }),
  },
  { route: "GET /api/record-templates/:templateId/preview.pdf", may: keepers, asks: onTemplate() },
  { route: "POST /api/record-templates/:templateId/retirement", may: keepers, asks: onTemplate() },
  {
    route: "DELETE /api/record-templates/:templateId/retirement",
    may: keepers,
    asks: (_, { retiredTemplateId: templateId }) => ({ params: { templateId } }),
  },
  { route: "DELETE /api/record-templates/:templateId", may: keepers, asks: onTemplate() },
];
