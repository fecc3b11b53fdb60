import { type Problem, aborted, offline, readProblem } from "./problem.ts";
import { tellSignedOut } from "./client.ts";

/** How far an upload has come, in bytes. */
export type Progress = { sent: number; total: number };

/** A running upload: await `done`, or `abort()` it. */
export type Upload<T> = { done: Promise<T>; abort: () => void };

type Fields = Record<string, string>;

/** Sends one file as multipart, the fields before it, telling how far it has come. */
export function upload<T>(
  url: string,
  file: File | Blob,
  {
    name,
    fields = {},
    onprogress,
  }: { name?: string; fields?: Fields; onprogress?: (progress: Progress) => void } = {},
): Upload<T> {
  const request = new XMLHttpRequest();
  request.open("POST", url);
  request.setRequestHeader("accept", "application/json");
  request.upload.onprogress = (event) =>
    onprogress?.({ sent: event.loaded, total: event.total || file.size });
  const done = outcome<T>(request);
  request.send(formOf(file, name, fields));
  return { done, abort: () => request.abort() };
}

function formOf(file: File | Blob, name: string | undefined, fields: Fields): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append("file", file, name ?? (file instanceof File ? file.name : "file"));
  return form;
}

function outcome<T>(request: XMLHttpRequest): Promise<T> {
  return new Promise<T>((resolve, reject: (problem: Problem) => void) => {
    request.onabort = () => reject(aborted());
    request.onerror = () => reject(offline());
    request.onload = () => {
      if (request.status < 300)
        return resolve(request.responseText ? JSON.parse(request.responseText) : undefined);
      if (request.status === 401) tellSignedOut();
      reject(readProblem(request.status, request.responseText));
    };
  });
}
