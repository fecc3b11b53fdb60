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

const tus = { "tus-resumable": "1.0.0" };

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
  { route: "GET /api/file-care", may: ["school administrator", "other district's administrator"] },
  {
    route: "POST /api/files/:fileId/check",
    may: ["school administrator"],
    asks: (_, { fileId }) => ({ params: { fileId } }),
  },
  { route: "GET /api/uploads", may: everyone },
  {
    route: "POST /api/uploads",
    may: everyone,
    asks: () => ({
      headers: { ...tus, "upload-length": "4000", "upload-metadata": "filename d2VsZC5tcDQ=" },
    }),
  },
  {
    route: "HEAD /api/uploads/:uploadId",
    may: students,
    asks: (_, { uploadId }) => ({ params: { uploadId }, headers: tus }),
  },
  {
    route: "PATCH /api/uploads/:uploadId",
    may: students,
    asks: (_, { uploadId }) => ({
      params: { uploadId },
      headers: { ...tus, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
      body: Buffer.from("A page about the creek"),
    }),
  },
  {
    route: "DELETE /api/uploads/:uploadId",
    may: students,
    asks: (_, { uploadId }) => ({ params: { uploadId }, headers: tus }),
  },
  {
    route: "POST /api/uploads/:uploadId/file",
    may: students,
    asks: (_, { wholeUploadId: uploadId }) => ({ params: { uploadId } }),
  },
];
