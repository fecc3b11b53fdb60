import type { Component } from "svelte";
import { page } from "../navigation/page.ts";
import type { SignedIn } from "../session/session.api.ts";

type Home = () => Promise<{ default: Component }>;

const conferences: Home = () =>
  page(["home", "people", "conferences", "seasons"], () => import("../conferences/ConferencesPage.svelte"));

/** The first page of each kind of person, one line each; each in a chunk of its own. */
const homes: Partial<Record<SignedIn["kind"], Home>> = {
  student: () => page(["home", "people", "conferences"], () => import("./StudentHome.svelte")),
  adviser: () => page(["home", "people", "conferences"], () => import("./AdviserHome.svelte")),
  guardian: () => page(["reviews"], () => import("../reviews/GuardianHome.svelte")),
  mentor: conferences,
  interpreter: conferences,
  administrator: conferences,
};

/** Opens the home that answers this person's one question: what is the next thing for me to do? */
export const openHome = (actor: SignedIn): Promise<{ default: Component }> =>
  (homes[actor.kind] ?? (() => page([], () => import("./WaitingHome.svelte"))))();
