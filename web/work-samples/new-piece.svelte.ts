import { type Problem, problemOf } from "../api/problem.ts";
import { addWorkSample, type NewVersion, type Stage, type Subject } from "./work-sample.api.ts";
import type { Uploading } from "./uploading.svelte.ts";

/** The four ways to add work come down to three kinds: a photo is a file. */
export type Kind = "file" | "text" | "link";

type Began = {
  kind: Kind;
  upload?: Uploading;
  title?: string;
  subject?: string;
  day: string;
  language: string;
};

let count = 0;

/** A piece somebody is describing, while its file may still be on its way. */
export class NewPiece {
  readonly key = ++count;
  readonly kind: Kind;
  readonly upload: Uploading | undefined;
  title = $state("");
  subject = $state("");
  madeOn = $state("");
  asked = $state("");
  stage = $state<Stage>("final");
  altText = $state("");
  body = $state("");
  url = $state("");
  shared = $state(false);
  /** open: being described · wanted: goes up as soon as its file is there · saved: on the shelf. */
  state = $state<"open" | "wanted" | "saving" | "saved">("open");
  problem = $state.raw<Problem | undefined>();
  /** Set once it was tried with something missing; then every gap is named at its field. */
  isChecked = $state(false);
  id = $state<string | undefined>();
  warning = $state<string | null>(null);
  readonly #language: string;
  #saved: ((id: string) => void)[] = [];

  constructor({ kind, upload, title = "", subject = "", day, language }: Began) {
    this.kind = kind;
    this.upload = upload;
    this.title = title;
    this.subject = subject;
    this.madeOn = day;
    this.#language = language;
  }

  /** Which fields still lack something. */
  get missing() {
    return {
      title: this.title.trim() === "",
      subject: this.subject === "",
      body: this.kind === "text" && this.body.trim() === "",
      url: this.kind === "link" && this.url.trim() === "",
    };
  }

  get isWhole(): boolean {
    return !Object.values(this.missing).some(Boolean);
  }

  /** Puts it on the shelf, now or when its file has arrived; false when something is missing. */
  keep(): boolean {
    this.isChecked = true;
    if (!this.isWhole || this.state === "saving") return false;
    this.problem = undefined;
    this.state = "wanted";
    if (this.upload) this.upload.whenStored(({ id }) => void this.save(id));
    else void this.save();
    return true;
  }

  /** Calls back once, when it is on the shelf. */
  whenSaved(saved: (id: string) => void): void {
    this.#saved.push(saved);
  }

  /** Sends it to the server. */
  async save(fileId?: string): Promise<void> {
    if (this.state !== "wanted") return;
    this.state = "saving";
    try {
      const added = await addWorkSample({
        title: this.title.trim(),
        subject: this.subject as Subject,
        madeOn: this.madeOn || null,
        asked: this.asked,
        sharedWithAdviser: this.shared,
        language: this.#language,
        version: this.#version(fileId),
      });
      this.id = added.id;
      this.warning = added.warning;
      this.state = "saved";
      for (const saved of this.#saved.splice(0)) saved(added.id);
    } catch (thrown) {
      this.problem = problemOf(thrown);
      this.state = "open";
    }
  }

  #version(fileId = ""): NewVersion {
    const { stage } = this;
    if (this.kind === "text") return { kind: "text", stage, body: this.body };
    if (this.kind === "link") return { kind: "link", stage, url: asAddress(this.url) };
    return { kind: "file", stage, fileId, altText: this.altText.trim() };
  }
}

/** People leave out “https://”. */
export const asAddress = (url: string): string =>
  /^[a-z][a-z0-9+.-]*:/i.test(url.trim()) ? url.trim() : `https://${url.trim()}`;

/** “creek_poster-final.jpg” as a first title: “creek poster final”. */
export const titleFrom = (fileName: string): string =>
  fileName
    .replace(/\.[^.]+$/, "")
    .replace(/[_-]+/g, " ")
    .trim()
    .slice(0, 300);
