import { mkdir, readdir } from "node:fs/promises";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import type { UploadedFile } from "#server/files/file.contract.ts";
import type { ProblemReply } from "#server/http/shapes.contract.ts";
import type { Lectern } from "./lectern.ts";
import type { Person } from "./people.ts";

/** A photo of one colour, as a camera writes it. */
export const aPhoto = (colour = "#7a5", width = 800, height = 600): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

/** A PDF of so many pages. */
export async function aPdf(pages = 1, says = "Creek study"): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (let number = 1; number <= pages; number++)
    pdf.addPage([612, 792]).drawText(`${says}, page ${number}`, { x: 50, y: 700 });
  return Buffer.from(await pdf.save());
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Sends a file over the network, the way a browser does. */
export async function upload<T = UploadedFile & ProblemReply>(
  lectern: Lectern,
  person: Person,
  name: string,
  content: Uint8Array,
  field = "file",
): Promise<Answer<T>> {
  const form = new FormData();
  form.append(field, new File([new Uint8Array(content)], name));
  return await sendForm(lectern, person, form);
}

/** Sends any form to the door for files. */
export async function sendForm<T = UploadedFile & ProblemReply>(
  lectern: Lectern,
  person: Person,
  form: FormData,
): Promise<Answer<T>> {
  const response = await fetch(`${await addressOf(lectern)}/api/files`, {
    method: "POST",
    body: form,
    headers: { cookie: await lectern.cookieOf(person) },
  });
  return { status: response.status, body: (await response.json()) as T };
}

/** Where the application listens; it starts to when first asked. */
export async function addressOf({ app }: Lectern): Promise<string> {
  if (!app.server.listening) await app.listen({ port: 0, host: "127.0.0.1" });
  const address = app.server.address();
  if (address === null || typeof address === "string") throw new Error("The application does not listen.");
  return `http://127.0.0.1:${address.port}`;
}

/** Every content in the storage, unfinished ones included. */
export async function contentsOf({ filesFolder }: Lectern): Promise<string[]> {
  // The storage makes its folder with the first content.
  await mkdir(filesFolder, { recursive: true });
  const names = await readdir(filesFolder, { recursive: true, withFileTypes: true });
  return names.filter((each) => each.isFile()).map((each) => each.name);
}
