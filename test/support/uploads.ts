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

/** A picture that moves, in two colours. */
export const aGif = (): Promise<Buffer> =>
  sharp(Buffer.concat([Buffer.alloc(300, 200), Buffer.alloc(300, 40)]), {
    raw: { width: 10, height: 20, channels: 3, pageHeight: 10 },
  })
    .gif({ delay: [100, 100] })
    .toBuffer();

/** A drawing, with whatever is to stand inside. */
export const anSvg = (inside = '<rect width="40" height="20" fill="#c33"/>'): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">${inside}</svg>`);

/** A tone of a second, as a recorder writes it. */
export function aSound(seconds = 1): Buffer {
  const rate = 8000;
  const samples = Buffer.from(Array.from({ length: rate * seconds }, (_, at) => 128 + 60 * Math.sin(at / 3)));
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** How a film begins in its box of that brand; nothing in it can be seen. */
export function aFilm(brand = "isom"): Buffer {
  const box = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + content.length, 0);
    head.write(name, 4, "latin1");
    return Buffer.concat([head, content]);
  };
  return Buffer.concat([
    box("ftyp", Buffer.from(`${brand}\0\0\0\x01${brand}mp42`, "latin1")),
    box("mdat", Buffer.alloc(400)),
  ]);
}

/** How an MP4 of a recorder begins that lists tracks of these kinds before their content. */
export const aRecordedMp4 = (...tracks: ("soun" | "vide")[]): Buffer =>
  Buffer.concat([
    Buffer.from("\0\0\0\x18ftypiso5\0\0\0\x01iso5mp42", "latin1"),
    ...tracks.map((track) =>
      Buffer.from(`\0\0\0\x20hdlr\0\0\0\0\0\0\0\0${track}${"\0".repeat(12)}`, "latin1"),
    ),
    Buffer.alloc(400),
  ]);

/** How a WebM with these codecs begins. */
export const aWebm = (...codecs: string[]): Buffer =>
  Buffer.concat([
    Buffer.from("1a45dfa39f4286810142f7810142f2810442f381084282847765626d4287810442858102", "hex"),
    Buffer.from("18538067", "hex"),
    Buffer.from(codecs.join("\0"), "latin1"),
    Buffer.alloc(200),
  ]);

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
  path = "/api/files",
): Promise<Answer<T>> {
  const response = await fetch(`${await addressOf(lectern)}${path}`, {
    method: "POST",
    body: form,
    headers: { cookie: await lectern.cookieOf(person) },
  });
  const text = await response.text();
  return { status: response.status, body: (text === "" ? null : JSON.parse(text)) as T };
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
