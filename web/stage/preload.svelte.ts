import { SvelteMap } from "svelte/reactivity";
import { hasPicture, hasPoster, pagesOf, pictureAt, playsAs } from "./pictures.ts";
import type { Slide } from "./slides.ts";
import type { ShownVersion } from "./stage.api.ts";

const atOnce = 4;

/** Bytes of a film or a sound that are still kept in memory: about five minutes of a phone's film. */
const largestKept = 80 * 1024 * 1024;

const fileAt = (fileId: string): string => `/api/files/${fileId}`;

/** Fetches every picture of the evening once and keeps it in memory, so that the stage needs no network. */
export class Pictures {
  done = $state(0);
  total = $state(0);
  missing = $state(0);
  isReady = $derived(this.done >= this.total);
  readonly #kept = new SvelteMap<string, string>();

  /** Where to find a picture: in memory once it is here, else at the server. */
  at(fileId: string, page: number): string {
    const url = pictureAt(fileId, page);
    return this.#kept.get(url) ?? url;
  }

  /** Where to find a film or a sound: in memory when it is small enough to keep. */
  file(fileId: string): string {
    const url = fileAt(fileId);
    return this.#kept.get(url) ?? url;
  }

  /** The picture that stands for a slide, if it has one. */
  of = (slide: Slide): string | undefined => {
    const version = slide.kind === "piece" ? slide.version : slide.kind === "both" ? slide.final : undefined;
    return version?.file && hasPicture(version) ? this.at(version.file.id, 1) : undefined;
  };

  async fetch(versions: readonly ShownVersion[]): Promise<void> {
    const urls = versions
      .flatMap(urlsOf)
      .filter((url, at, all) => all.indexOf(url) === at && !this.#kept.has(url));
    this.done = this.missing = 0;
    this.total = urls.length;
    const waiting = [...urls];
    const worker = async () => {
      for (let url; (url = waiting.shift()); this.done += 1) await this.#keep(url);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }

  /** Lets go of everything. */
  forget = (): void => {
    for (const kept of this.#kept.values()) URL.revokeObjectURL(kept);
    this.#kept.clear();
  };

  async #keep(url: string): Promise<void> {
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${response.status}`);
      this.#kept.set(url, URL.createObjectURL(await response.blob()));
    } catch {
      this.missing += 1;
    }
  }
}

function urlsOf(version: ShownVersion): string[] {
  const { file } = version;
  if (!file) return [];
  const poster = hasPoster(version) ? [pictureAt(file.id, 1)] : [];
  if (playsAs(version)) return file.bytes <= largestKept ? [...poster, fileAt(file.id)] : poster;
  if (!hasPicture(version)) return [];
  return Array.from({ length: pagesOf(version) }, (_, at) => pictureAt(file.id, at + 1));
}
