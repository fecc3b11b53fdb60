import type { Kind } from "../cast.ts";
import { aDistrictForm } from "#server/demo-school/district-form.ts";
import type { Row } from "../row.ts";

const keepers: Kind[] = [
  "school administrator",
  "district administrator",
  "district administrator with a reason",
];

const onForm =
  (body?: unknown): Row["asks"] =>
  (_, { schoolFormId: formId }) => ({ params: { formId }, ...(body === undefined ? {} : { body }) });

const upload = Buffer.concat([
  Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="form.pdf"\r\n\r\n'),
  await aDistrictForm(),
  Buffer.from("\r\n--x--\r\n"),
]);

/** The school's own form: a draft that is asked for, and one in use. */
export const schoolFormRows: Row[] = [
  {
    route: "GET /api/schools/:schoolId/forms",
    may: keepers,
    asks: ({ school }) => ({ params: { schoolId: school.schoolId } }),
  },
  {
    route: "POST /api/schools/:schoolId/forms",
    may: keepers,
    asks: ({ school }) => ({
      params: { schoolId: school.schoolId },
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: upload,
    }),
  },
  { route: "GET /api/school-forms/:formId", may: keepers, asks: onForm() },
  {
    route: "GET /api/school-forms/:formId/pages/:page",
    may: keepers,
    asks: (_, { schoolFormId: formId }) => ({ params: { formId, page: "1" } }),
  },
  {
    route: "PUT /api/school-forms/:formId/mapping",
    may: keepers,
    asks: onForm({ revision: 0, mapping: [{ field: "Grade", slot: "student-grade", row: 1 }] }),
  },
  {
    route: "PUT /api/school-forms/:formId/boxes",
    may: keepers,
    asks: (_, { flatSchoolFormId: formId }) => ({
      params: { formId },
      body: {
        ...{ schema: 1, pages: 1 },
        boxes: [{ name: "Grade", kind: "text", page: 1, x: 20, y: 60, width: 80, height: 8 }],
      },
    }),
  },
  {
    route: "PATCH /api/school-forms/:formId/name",
    may: keepers,
    asks: onForm({ base: "HC-114", value: "Harbor County, HC-114" }),
  },
  { route: "GET /api/school-forms/:formId/trial", may: keepers, asks: onForm() },
  { route: "GET /api/school-forms/:formId/trial.pdf", may: keepers, asks: onForm() },
  { route: "POST /api/school-forms/:formId/use", may: keepers, asks: onForm() },
  {
    route: "POST /api/school-forms/:formId/retirement",
    may: keepers,
    asks: (_, { usedSchoolFormId: formId }) => ({ params: { formId } }),
  },
  { route: "POST /api/school-forms/:formId/copies", may: keepers, asks: onForm() },
  { route: "DELETE /api/school-forms/:formId", may: keepers, asks: onForm() },
];
