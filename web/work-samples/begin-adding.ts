import { go } from "../navigation/place.ts";
import { session } from "../session/session.svelte.ts";
import { dayOf } from "../words/dates.ts";
import { adding } from "./adding.svelte.ts";

/** What a new piece is taken to be until somebody says otherwise: made today, in her own language. */
export const began = () => ({
  day: dayOf(new Date().toISOString(), { zone: session.zone }),
  language: session.actor?.language ?? "en",
});

/** Starts sending files and opens the page where each is told about. */
export function beginFiles(files: File[]): void {
  if (files.length === 0) return;
  adding.addFiles(files, began());
  void go("/work/add");
}

/** Opens the page with a text to write. */
export function beginText(): void {
  adding.add("text", began());
  void go("/work/add");
}

/** Opens the page with a link to paste. */
export function beginLink(): void {
  adding.add("link", began());
  void go("/work/add");
}

/** Opens the page with the microphone. */
export const beginRecording = () => void go("/work/add", { search: { record: "yes" } });
