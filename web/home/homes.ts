import type { Component } from "svelte";
import { page } from "../navigation/page.ts";
import { expectWords, type Area } from "../words/words.svelte.ts";
import type { SignedIn } from "../session/session.api.ts";

interface Home {
  readonly areas: Area[];
  readonly load: () => Promise<{ default: Component }>;
  /** What the page asks the server first, so that the answer travels beside the page. */
  readonly asks?: string;
}

const conferences: Home = {
  areas: ["home", "people", "conferences", "seasons"],
  load: () => import("../conferences/ConferencesPage.svelte"),
};
const prepared: Area[] = ["home", "people", "conferences"];

/** The first page of each kind of person, one line each; each in a chunk of its own. */
const homes: Partial<Record<SignedIn["kind"], Home>> = {
  student: { areas: prepared, load: () => import("./StudentHome.svelte") },
  adviser: { areas: prepared, load: () => import("./AdviserHome.svelte") },
  guardian: { areas: ["reviews"], load: () => import("../reviews/GuardianHome.svelte"), asks: "/api/review" },
  mentor: conferences,
  interpreter: conferences,
  administrator: conferences,
};

const waiting: Home = { areas: [], load: () => import("./WaitingHome.svelte") };
const homeOf = ({ kind }: SignedIn): Home => homes[kind] ?? waiting;

/** Opens the home that answers this person's one question: what is the next thing for me to do? */
export function openHome(actor: SignedIn): Promise<{ default: Component }> {
  const { areas, load } = homeOf(actor);
  return page(areas, load);
}

/** Sends for a home as soon as it is known whose it is, while her language is still on its way. */
export function fetchHome(actor: SignedIn): void {
  const { areas, load, asks } = homeOf(actor);
  expectWords(...areas);
  if (asks) askAhead(asks);
  void load().catch(() => undefined); // opening it says what went wrong
}

/** The browser keeps the answer for the request that follows. */
function askAhead(href: string): void {
  const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", href });
  link.crossOrigin = "anonymous"; // the mode of a same-origin fetch with its cookie
  document.head.append(link);
}
