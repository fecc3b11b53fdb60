import { named, sayDay, sayInstant } from "../words/dates.ts";
import { t } from "../words/words.svelte.ts";
import type { ChildCard } from "./review.api.ts";

/** The one sentence about a child that is already the answer. */
export function sentenceAbout({ next, givenName, coming, past }: ChildCard): string {
  const name = named(givenName);
  if (next === "come" && coming)
    return t("reviews.come", {
      name,
      adviser: named(coming.adviserName),
      when: sayInstant(coming.startsAt, coming),
    });
  const day = past === null ? "" : sayDay(past.heldOn);
  const words = { name, day, adviser: named(past?.adviserName ?? "") };
  if (next === "look") return t("reviews.look", words);
  if (next === "read") return t("reviews.read", words);
  if (next === "promise") return t("reviews.promise", words);
  if (next === "note") return t("reviews.note", words);
  if (next === "done") return t("reviews.done", words);
  if (next === "passed") return t("reviews.passed", words);
  return next === "closed" ? t("reviews.closed") : t("reviews.wait");
}

/** The button under it, for what can be done now. */
export function actionFor({ next }: ChildCard): string | null {
  if (next === "look") return t("reviews.goLook");
  if (next === "read") return t("reviews.goRead");
  if (next === "promise") return t("reviews.goPromise");
  if (next === "note") return t("reviews.goNote");
  return next === "done" ? t("reviews.goAgain") : null;
}

const order = ["come", "read", "promise", "note"] as const;

/** The way through a season, for a child whose page is open. */
export function stepsFor({
  next,
  givenName,
}: ChildCard): { text: string; note?: string; is: "done" | "now" | "later" }[] {
  if (next === "wait" || next === "passed" || next === "closed") return [];
  const now = next === "done" ? order.length : order.indexOf(next === "look" ? "read" : next);
  const is = (index: number) => (index < now ? "done" : index === now ? "now" : "later");
  return [
    { text: t("reviews.stepCome"), is: is(0) },
    { text: t("reviews.stepRead"), note: t("reviews.stepReadNote"), is: is(1) },
    { text: t("reviews.stepPromise"), is: is(2) },
    { text: t("reviews.stepNote", { name: named(givenName) }), note: t("reviews.stepNoteNote"), is: is(3) },
  ];
}

/** Where on the review page the next step is done. */
export const anchorFor = ({ next }: ChildCard): string =>
  next === "promise" ? "#agreed" : next === "note" ? "#note" : next === "read" ? "#agreed" : "";
