import type { SessionActor } from "#server/sign-in/session.contract.ts";
import type { Area } from "../words/areas.ts";

/** What a first page is made of: its component, the areas of words it speaks in, and what it asks the server first. */
export interface FirstPage {
  readonly page: string;
  readonly areas: Area[];
  readonly asks?: string;
}

const prepared: Area[] = ["home", "people", "conferences"];
const conferences: FirstPage = {
  page: "conferences/ConferencesPage.svelte",
  areas: [...prepared, "seasons"],
};

/** The first page of each kind of person, as plain data: the build reads it too, to tell the server what to send ahead. */
export const firstPages: Partial<Record<SessionActor["kind"], FirstPage>> = {
  student: { page: "home/StudentHome.svelte", areas: [...prepared, "quick", "shown"] },
  adviser: { page: "home/AdviserHome.svelte", areas: prepared },
  guardian: { page: "reviews/GuardianHome.svelte", areas: ["reviews"], asks: "/api/review" },
  mentor: { page: "mentoring/MentorHome.svelte", areas: ["mentors"] },
  interpreter: conferences,
  administrator: { page: "home/AdministratorHome.svelte", areas: ["office"] },
};
