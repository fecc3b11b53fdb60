import { everyone, guides, students } from "../groups.ts";
import type { Row } from "../row.ts";

const form = [
  "--x",
  'content-disposition: form-data; name="file"; filename="creek.pdf"',
  "",
  "%PDF-1.7 a page about the creek",
  "--x--",
  "",
].join("\r\n");

/** Files; the one asked for is a photo in the piece she shared and handed in. */
export const fileRows: Row[] = [
  { route: "GET /api/files/limits", may: everyone },
  {
    route: "POST /api/files",
    may: everyone,
    asks: () => ({
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: Buffer.from(form),
    }),
  },
  {
    route: "GET /api/files/:fileId",
    may: [...students, ...guides, "subject teacher"],
    asks: (_, { fileId }) => ({ params: { fileId } }),
  },
  {
    route: "GET /api/files/:fileId/preview/:kind",
    may: [...students, ...guides, "subject teacher"],
    asks: (_, { fileId }) => ({ params: { fileId, kind: "small" } }),
  },
];
