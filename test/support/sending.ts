import { request } from "node:http";
import * as tus from "tus-js-client";
import { expect } from "vitest";
import type { UploadedFile } from "#server/files/file.contract.ts";
import type { ProblemReply } from "#server/http/shapes.contract.ts";
import type { OpenUpload } from "#server/uploads/upload.contract.ts";
import type { Lectern } from "./lectern.ts";
import type { Person } from "./people.ts";
import { addressOf, contentsOf, type Answer } from "./uploads.ts";

type Sent = { name: string; content: Buffer };

/** One person sending a file in pieces: by a tus client as it comes from npm, or by hand where a line is to break. */
export class Sending {
  private readonly lectern: Lectern;
  private readonly person: Person;

  constructor(lectern: Lectern, person: Person) {
    this.lectern = lectern;
    this.person = person;
  }

  /** Sends everything with the client, going on with an upload or beginning one; resolves with its address. */
  async all(
    { name, content }: Sent,
    { at, chunkSize = 64 * 1024 }: { at?: string; chunkSize?: number } = {},
  ) {
    const base = await addressOf(this.lectern);
    const headers = { cookie: await this.lectern.cookieOf(this.person) };
    return await new Promise<string>((resolve, reject) => {
      const upload = new tus.Upload(content, {
        endpoint: `${base}/api/uploads`,
        uploadUrl: at ? `${base}${at}` : null,
        metadata: { filename: name },
        retryDelays: null,
        chunkSize,
        headers,
        onSuccess: () => resolve(new URL(upload.url!).pathname),
        onError: reject,
      });
      upload.start();
    });
  }

  /** Begins an upload; answers with its address. */
  async begin({
    name,
    bytes,
  }: {
    name: string;
    bytes: number;
  }): Promise<Answer<ProblemReply> & { at: string }> {
    const response = await this.ask("POST", "/api/uploads", {
      "upload-length": String(bytes),
      "upload-metadata": `filename ${Buffer.from(name).toString("base64")}`,
    });
    return { ...(await answerOf<ProblemReply>(response)), at: response.headers.get("location") ?? "" };
  }

  /** Sends one piece. */
  async piece(at: string, offset: number, content: Buffer): Promise<Answer<ProblemReply>> {
    const headers = { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" };
    return await answerOf(await this.ask("PATCH", at, headers, content));
  }

  /** Announces a piece, sends so many bytes of it, and loses the line once somebody at the other end has begun to keep them. */
  async breakOff(at: string, offset: number, content: Buffer, after: number): Promise<void> {
    const cookie = await this.lectern.cookieOf(this.person);
    const sending = request(new URL(at, await addressOf(this.lectern)), {
      method: "PATCH",
      headers: {
        cookie,
        "tus-resumable": "1.0.0",
        "upload-offset": String(offset),
        "content-type": "application/offset+octet-stream",
        "content-length": content.length,
      },
    });
    const over = new Promise<void>((resolve) => sending.once("close", resolve).on("error", () => undefined));
    const before = (await contentsOf(this.lectern)).length;
    sending.flushHeaders();
    if (after > 0) await new Promise((sent) => sending.write(content.subarray(0, after), sent));
    await expect
      .poll(async () => (await contentsOf(this.lectern)).length, { timeout: 20_000, interval: 10 })
      .toBeGreaterThan(before);
    sending.destroy();
    await over;
  }

  /** How many bytes of it the server has; undefined when it knows no such upload. */
  async stand(at: string): Promise<number | undefined> {
    const { ok, headers } = await this.ask("HEAD", at);
    return ok ? Number(headers.get("upload-offset")) : undefined;
  }

  remove = async (at: string) => await answerOf<null>(await this.ask("DELETE", at));
  finish = async (at: string) =>
    await answerOf<UploadedFile & ProblemReply>(await this.ask("POST", `${at}/file`));
  list = async () => (await answerOf<OpenUpload[]>(await this.ask("GET", "/api/uploads"))).body;

  private async ask(method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) {
    const cookie = await this.lectern.cookieOf(this.person);
    return await fetch(new URL(path, await addressOf(this.lectern)), {
      method,
      headers: { cookie, "tus-resumable": "1.0.0", ...headers },
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
  }
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  return { status: response.status, body: (text === "" ? null : JSON.parse(text)) as T };
}
