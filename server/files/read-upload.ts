import type { FastifyRequest } from "fastify";
import { Problem } from "#server/http/problems.ts";
import { largestFile } from "./kinds/file-kind.ts";
import { receiveFile, type Received, type Wanted } from "./receive-file.ts";
import { swallowRest } from "./swallow-rest.ts";
import type { Storage } from "./storage/storage.ts";

// One byte more than we take, so that it is our own count that speaks.
const multipartLimits = () => ({
  files: 2,
  fields: 10,
  fieldSize: 1000,
  parts: 12,
  fileSize: largestFile() + 1,
});

/** Takes the one file of a multipart request into the storage; anything else, or beyond what is wanted, is refused and leaves nothing. */
export async function readUpload(
  request: FastifyRequest,
  storage: Storage,
  wanted?: Wanted,
): Promise<Received> {
  if (!request.isMultipart()) throw notOneFile();
  let received: Received | null = null;
  try {
    for await (const part of request.parts({
      limits: multipartLimits(),
      throwFileSizeLimit: false,
    } as object)) {
      if (part.type === "field") continue;
      if (part.fieldname !== "file" || received !== null) throw notOneFile();
      received = await receiveFile(storage, part, wanted);
    }
    if (received === null) throw notOneFile();
    return received;
  } catch (error) {
    if (received !== null) await storage.delete(received.key);
    swallowRest(request);
    throw asProblem(error);
  }
}

const notOneFile = (): Problem =>
  new Problem(400, "one-file", "An upload carries exactly one file, in the field “file”.", { field: "file" });

/** What the multipart parser finds wrong is the sender's fault, never ours. */
function asProblem(error: unknown): unknown {
  const { code, message = "" } = error as { code?: string; message?: string };
  const isParsers = code?.startsWith("FST_") || /multipart|terminated early|boundary|header/i.test(message);
  if (error instanceof Problem || !isParsers) return error;
  return new Problem(400, "upload-broken", "The upload did not arrive whole. Please try again.", {
    field: "file",
  });
}
