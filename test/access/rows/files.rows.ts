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

const posterHead = '--x\r\ncontent-disposition: form-data; name="file"; filename="poster.jpg"\r\n\r\n';

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
    route: "POST /api/files/:fileId/poster",
    may: students,
    asks: (_, { filmId }) => ({
      params: { fileId: filmId },
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: Buffer.concat([
        Buffer.from(posterHead),
        Buffer.from("/9j/4AAQSkZJRg==", "base64"),
        Buffer.from("\r\n--x--\r\n"),
      ]),
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
