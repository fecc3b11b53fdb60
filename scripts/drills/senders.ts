import { createHash, randomBytes } from "node:crypto";
import { between, type Chance } from "./chance.ts";
import type { Ledger, OpenUpload } from "./ledger.ts";
import { studentCookie } from "./small-school.ts";

/** Somebody who uses Lectern: one thing after another, until told to stop. A thing throws when the line breaks. */
export type Person = () => Promise<void>;
type Place = { origin: () => string; ledger: Ledger; chance: Chance };

const kilobyte = 1024;
const digest = (content: Buffer): string => createHash("sha256").update(content).digest("hex");

/** How a film begins, then what no two films share. */
function aFilm(bytes: number): Buffer {
  const head = Buffer.from("\0\0\0\x18ftypisom\0\0\0\x01isommp42", "latin1");
  return Buffer.concat([head, randomBytes(bytes - head.length)]);
}

/** Sends a file in one go, then makes a piece of work of every second one. */
export function sendsFiles({ origin, ledger, chance }: Place, student: number): Person {
  return async () => {
    const content = aFilm(between(chance, 1, 400) * kilobyte);
    const form = new FormData();
    form.append("file", new File([new Uint8Array(content)], "creek.mp4"));
    const { id } = await ask<{ id: string }>(origin, "POST", "/api/files", student, form);
    ledger.files.push({ student, id, sha256: digest(content) });
    ledger.counts.files++;
    if (chance() < 0.5) return;
    const piece = await ask<{ id: string }>(origin, "POST", "/api/work-samples", student, {
      ...{ title: "Creek, filmed", subject: "science", madeOn: null, asked: "", language: "en" },
      sharedWithAdviser: false,
      version: { kind: "file", stage: "draft", fileId: id, altText: "" },
    });
    ledger.pieces.push({ workSampleId: piece.id, fileId: id, student });
    ledger.counts.pieces++;
  };
}

/** Sends a file in pieces and goes on with it after every break, as the page does. */
export function sendsPieces({ origin, ledger, chance }: Place, student: number): Person {
  let current: { upload: OpenUpload; content: Buffer } | undefined;
  return async () => {
    current ??= await begin(origin, aFilm(between(chance, 200, 900) * kilobyte), student);
    const { upload, content } = current;
    ledger.uploads.set(upload.address, upload);
    upload.received = await standing(origin, upload);
    while (upload.received < content.length) {
      const piece = content.subarray(upload.received, upload.received + between(chance, 40, 200) * kilobyte);
      await append(origin, upload, piece);
      upload.received += piece.length;
      ledger.counts.parts++;
    }
    const { id } = await ask<{ id: string }>(origin, "POST", `${upload.address}/file`, student);
    ledger.files.push({ student, id, sha256: digest(content) });
    ledger.counts.files++;
    ledger.uploads.delete(upload.address);
    current = undefined;
  };
}

const tus = { "tus-resumable": "1.0.0" };

async function begin(origin: () => string, content: Buffer, student: number) {
  const answer = await fetch(`${origin()}/api/uploads`, {
    method: "POST",
    headers: {
      ...tus,
      cookie: studentCookie(student),
      "upload-length": String(content.length),
      "upload-metadata": `filename ${Buffer.from("weld.mp4").toString("base64")}`,
    },
  });
  if (answer.status !== 201) throw new Error(`An upload was not begun: ${answer.status}`);
  return { upload: { student, address: answer.headers.get("location")!, received: 0 }, content };
}

async function standing(origin: () => string, { address, student }: OpenUpload): Promise<number> {
  const headers = { ...tus, cookie: studentCookie(student) };
  const answer = await fetch(`${origin()}${address}`, { method: "HEAD", headers });
  if (!answer.ok) throw new Error(`Where an upload stands was not said: ${answer.status}`);
  return Number(answer.headers.get("upload-offset"));
}

async function append(origin: () => string, { address, student, received }: OpenUpload, piece: Buffer) {
  const answer = await fetch(`${origin()}${address}`, {
    method: "PATCH",
    headers: {
      ...tus,
      cookie: studentCookie(student),
      "upload-offset": String(received),
      "content-type": "application/offset+octet-stream",
    },
    body: new Uint8Array(piece),
  });
  if (answer.status !== 204) throw new Error(`A piece was not taken: ${answer.status}`);
}

async function ask<T>(
  origin: () => string,
  method: string,
  path: string,
  student: number,
  body?: object,
): Promise<T> {
  const isForm = body instanceof FormData;
  const answer = await fetch(`${origin()}${path}`, {
    method,
    headers: {
      cookie: studentCookie(student),
      ...(body && !isForm ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok)
    throw new Error(`${method} ${path} was answered with ${answer.status}: ${text.slice(0, 200)}`);
  return JSON.parse(text) as T;
}
