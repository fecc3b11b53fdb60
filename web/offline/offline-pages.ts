import type { Area } from "../words/areas.ts";

/** The words the room speaks in. */
export const roomAreas: Area[] = [
  "records",
  "people",
  "addenda",
  "credits",
  "phrases",
  "at-home",
  "teacher-questions",
  "own-fields",
];

/** What opens without network, as plain data for the build: the pages, what is loaded beside them, and their words. */
export const offlinePages = {
  pages: ["records/RoomPage.svelte", "records/HandOverPage.svelte", "offline/recall.ts"],
  areas: [...roomAreas, "refusals", "session"] as Area[],
};
