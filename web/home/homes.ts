import type { Component } from "svelte";
import GuardianHome from "../reviews/GuardianHome.svelte";
import { askAhead } from "../api/client.ts";
import { firstPage } from "../navigation/page.ts";
import { expectWords } from "../words/words.svelte.ts";
import type { SignedIn } from "../session/session.api.ts";
import { firstPages, type FirstPage } from "./first-pages.ts";

type Load = () => Promise<{ default: Component }>;

/**
 * Each first page in a chunk of its own, but for the guardian's: she comes twice a season, on a phone, to a device that
 * holds nothing yet, and every file is one more trip.
 */
const loads: Record<string, Load> = {
  "home/StudentHome.svelte": () => import("./StudentHome.svelte"),
  "home/AdviserHome.svelte": () => import("./AdviserHome.svelte"),
  "home/AdministratorHome.svelte": () => import("./AdministratorHome.svelte"),
  "reviews/GuardianHome.svelte": () => Promise.resolve({ default: GuardianHome }),
  "mentoring/MentorHome.svelte": () => import("../mentoring/MentorHome.svelte"),
  "conferences/ConferencesPage.svelte": () => import("../conferences/ConferencesPage.svelte"),
};

const loadWaiting: Load = () => import("./WaitingHome.svelte");
const waiting: FirstPage = { page: "home/WaitingHome.svelte", areas: [] };

const homeOf = ({ kind, may }: SignedIn) => {
  // The office keeps the same checklist as the administrator.
  const first = firstPages[kind === "staff" && may["readPeople"] ? "administrator" : kind] ?? waiting;
  return { ...first, load: loads[first.page] ?? loadWaiting };
};

/** Opens the home that answers this person's one question: what is the next thing for me to do? */
export function openHome(actor: SignedIn): Promise<{ default: Component }> {
  const { areas, load } = homeOf(actor);
  return firstPage(areas, load);
}

/** Sends for a home as soon as it is known whose it is, while her language is still on its way; resolves when it is there. */
export async function fetchHome(actor: SignedIn): Promise<void> {
  const { areas, load, asks } = homeOf(actor);
  expectWords(...areas);
  const page = load().catch(() => undefined); // opening it says what went wrong
  await Promise.all([page, asks ? askAhead(asks) : undefined]);
}
