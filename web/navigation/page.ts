import type { Component } from "svelte";
import PageFailed from "./PageFailed.svelte";
import { loadWords, type Area } from "../words/words.svelte.ts";

type Module = { default: Component };

/**
 * Brings a page together with the words it speaks in; a page that cannot be fetched says so instead of hanging.
 * The router knows a lazy page by the text `() => import(`, so write it out: `() => page(["goals"], () => import("…"))`.
 */
export const page = (areas: Area[], load: () => Promise<Module>): Promise<Module> =>
  firstPage([...areas, "refusals"], load);

/** The same for a first page, which a phone waits for: without the refusals it hardly ever meets. */
export async function firstPage(areas: Area[], load: () => Promise<Module>): Promise<Module> {
  try {
    const [module] = await Promise.all([load(), loadWords(...areas)]);
    return module;
  } catch (error) {
    console.error(error);
    return { default: PageFailed };
  }
}
