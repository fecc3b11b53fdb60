/** Speaking longer than this is more than a family listens to, and nobody notices a microphone left on. */
const longestSeconds = 30 * 60;
/** What browsers record, best first: Chrome and Firefox the first, Safari the last. */
const formats = [
  ["audio/webm;codecs=opus", "webm"],
  ["audio/ogg;codecs=opus", "ogg"],
  ["audio/mp4", "m4a"],
] as const;

/** Whether this browser lets a page record at all; on an address without https it does not. */
export const canRecord = (): boolean =>
  typeof MediaRecorder !== "undefined" && Boolean(navigator.mediaDevices?.getUserMedia);

/** A voice being recorded on this device; nothing leaves it before it is kept. */
export class Voice {
  state = $state<"idle" | "asking" | "running" | "paused" | "done" | "refused">("idle");
  seconds = $state(0);
  /** The recording, to be heard before it is kept. */
  address = $state("");
  #file: File | undefined;
  #recorder: MediaRecorder | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  get isOpen(): boolean {
    return this.state === "running" || this.state === "paused";
  }

  async start(): Promise<void> {
    this.discard();
    this.state = "asking";
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      this.#record(stream);
    } catch {
      this.state = "refused"; // not allowed, or no microphone
    }
  }

  pause(): void {
    this.#recorder?.pause();
    this.state = "paused";
  }

  resume(): void {
    this.#recorder?.resume();
    this.state = "running";
  }

  /** Ends it and hands out what was said, as a file of that name. */
  async stop(name: string): Promise<File | undefined> {
    const recorder = this.#recorder;
    if (!recorder || recorder.state === "inactive") return this.#file;
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.stop();
    await stopped;
    this.#letGo(recorder);
    const [type = "audio/webm"] = recorder.mimeType.split(";");
    const ending = formats.find(([format]) => format.startsWith(type))?.[1] ?? "webm";
    this.#file = new File(parts, `${name}.${ending}`, { type });
    this.address = URL.createObjectURL(this.#file);
    this.state = "done";
    return this.#file;
  }

  /** Forgets it and begins from nothing. */
  discard(): void {
    if (this.#recorder) this.#letGo(this.#recorder);
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = "";
    this.#file = undefined;
    this.#recorder = undefined;
    this.seconds = 0;
    this.state = "idle";
  }

  #record(stream: MediaStream): void {
    const format = formats.find(([each]) => MediaRecorder.isTypeSupported(each))?.[0];
    this.#recorder = new MediaRecorder(stream, {
      ...(format && { mimeType: format }),
      audioBitsPerSecond: 64_000,
    });
    this.#recorder.start();
    this.state = "running";
    this.#clock = setInterval(() => this.#tick(), 1000);
  }

  #tick(): void {
    if (this.state !== "running") return;
    this.seconds += 1;
    if (this.seconds >= longestSeconds) this.pause();
  }

  #letGo(recorder: MediaRecorder): void {
    clearInterval(this.#clock);
    for (const track of recorder.stream.getTracks()) track.stop();
  }
}

/** “2:07” */
export const sayLength = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
