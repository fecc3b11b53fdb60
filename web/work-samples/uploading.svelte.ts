import type { UploadedFile } from "#server/files/file.contract.ts";
import { Problem, problemOf } from "../api/problem.ts";
import { givePoster } from "../files/file.api.ts";
import { sendFile, type SendFile, type SentFile } from "../files/send-file.ts";
import { LineWatch } from "../files/line-watch.ts";
import { limits } from "../files/upload-limits.svelte.ts";
import { drawPoster } from "../files/video-poster.ts";

/** So many files go up side by side; the others wait their turn. */
const lanes = 2;
/** Pictures every browser shows by itself. */
const shown = /^image\/(jpeg|png|webp|gif|avif|svg\+xml)$/;
const waiting: Uploading[] = [];
let going = 0;

/** One file on its way to the server: it can be left alone, stopped, and tried again. */
export class Uploading {
  readonly file: File;
  /** A picture of it before the server has made one; empty where it is none. */
  picture = $state("");
  /** `cut`: the line broke, and it goes on by itself. */
  state = $state<"waiting" | "sending" | "cut" | "done" | "failed" | "stopped">("waiting");
  sent = $state(0);
  problem = $state.raw<Problem | undefined>();
  stored = $state.raw<UploadedFile | undefined>();

  readonly #send: SendFile;
  #poster: Promise<Blob | undefined> = Promise.resolve(undefined);
  #running: SentFile | undefined;
  readonly #line = new LineWatch(() => this.#enqueue());
  #arrived: ((file: UploadedFile) => void)[] = [];

  constructor(file: File, send: SendFile = sendFile) {
    this.file = file;
    this.#send = send;
    this.picture = shown.test(file.type) ? URL.createObjectURL(file) : "";
    if (file.type.startsWith("video/")) this.#poster = this.#drawPoster();
    this.begin();
  }

  /** How much of it is there, 0 to 100. */
  get share(): number {
    return this.file.size === 0 ? 0 : Math.min(100, (100 * this.sent) / this.file.size);
  }

  /** Whether the file itself is the reason, so that trying again would not help. */
  get isRefused(): boolean {
    return (
      this.state === "failed" &&
      [400, 413, 415].includes(this.problem?.status ?? 0) &&
      this.problem?.code !== "upload-broken"
    );
  }

  /** Sends it now, or as soon as a lane is free. */
  begin(): void {
    this.problem = undefined;
    const megabytes = limits.refuses(this.file);
    if (megabytes !== null) return this.#fail(tooLarge(megabytes));
    this.#enqueue();
  }

  #enqueue(): void {
    this.state = "waiting";
    waiting.push(this);
    next();
  }

  /** Calls back once, when the whole file is on the server; at once when it is there. */
  whenStored(arrived: (file: UploadedFile) => void): void {
    if (this.stored) arrived(this.stored);
    else this.#arrived.push(arrived);
  }

  stop(): void {
    if (waiting.includes(this)) waiting.splice(waiting.indexOf(this), 1);
    this.#line.forget();
    this.state = "stopped";
    this.#running?.abort();
  }

  /** The file is no longer shown anywhere. */
  forget(): void {
    if (this.state !== "done") {
      this.stop();
      this.#running?.letGo();
    }
    if (this.picture) URL.revokeObjectURL(this.picture);
  }

  /** Used by the lanes. */
  async run(): Promise<void> {
    this.state = "sending";
    this.#running = this.#send(this.file, ({ sent }) => {
      if (sent > this.sent) this.#line.holds();
      this.sent = sent;
    });
    try {
      const stored = await this.#running.done;
      await this.#givePoster(stored);
      this.stored = stored;
      this.sent = this.file.size;
      this.state = "done";
      for (const arrived of this.#arrived.splice(0)) arrived(this.stored);
    } catch (thrown) {
      this.#fail(problemOf(thrown));
    }
  }

  async #drawPoster(): Promise<Blob | undefined> {
    const poster = await drawPoster(this.file);
    if (poster) this.picture = URL.createObjectURL(poster);
    return poster;
  }

  /** A film without a picture is still a film. */
  async #givePoster({ id, mediaType, preview }: UploadedFile): Promise<void> {
    if (preview !== "none" || !mediaType.startsWith("video/")) return;
    const poster = await this.#poster;
    if (poster) await givePoster(id, poster).catch(() => undefined);
  }

  #fail(problem: Problem): void {
    if (problem.code === "aborted") return void (this.state = "stopped");
    if (isPassing(problem)) {
      this.state = "cut";
      return this.#line.watch();
    }
    this.problem = problem;
    this.state = "failed";
  }
}

/** No network, a server that is being started anew, or a piece that overtook another. */
const isPassing = ({ status, code }: Problem): boolean =>
  code === "offline" || code === "upload-elsewhere" || [502, 503, 504].includes(status);

const tooLarge = (megabytes: number) =>
  new Problem({ status: 413, code: "file-too-large", values: { megabytes } });

function next(): void {
  if (going >= lanes) return;
  const uploading = waiting.shift();
  if (!uploading) return;
  going += 1;
  void uploading.run().finally(() => {
    going -= 1;
    next();
  });
}
