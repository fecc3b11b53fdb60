import { named, sayDay, sayInstant } from "../words/dates.ts";
import { t } from "../words/words.svelte.ts";
import type { ChildCard } from "./review.api.ts";

/** The one sentence about a child that is already the answer. */
export function sentenceAbout({ next, givenName, coming, past }: ChildCard): string {
  const name = named(givenName);
  if (coming && (next === "come" || next === "answer"))
    return t(next === "come" ? "reviews.come" : "reviews.answer", {
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

/** Where the next step is done, and what the way there is called; nothing where there is only to come or to wait. */
export function actionFor({ next, coming, past }: ChildCard): { href: string; label: string } | null {
  if (next === "answer" && coming) {
    const { answered } = coming.questions;
    const label = answered === 0 ? t("reviews.goAnswer") : t("reviews.goAnswerOn", { count: answered });
    return { href: `/before/${coming.id}`, label };
  }
  const word = past === null ? undefined : afterwards[next];
  return word && past ? { href: `/review/${past.id}${word.anchor}`, label: t(word.word) } : null;
}

type Afterwards = { word: Parameters<typeof t>[0]; anchor: string };
const afterwards: Partial<Record<ChildCard["next"], Afterwards>> = {
  look: { word: "reviews.goLook", anchor: "" },
  read: { word: "reviews.goRead", anchor: "#agreed" },
  promise: { word: "reviews.goPromise", anchor: "#agreed" },
  note: { word: "reviews.goNote", anchor: "#note" },
  done: { word: "reviews.goAgain", anchor: "" },
};

type Step = { text: string; note?: string; is: "done" | "now" | "later" };

/** The way through a season: to the next conference, or on from the last. */
export function stepsFor(child: ChildCard): Step[] {
  if (child.next === "wait" || child.next === "passed" || child.next === "closed") return [];
  return child.coming ? wayThere(child, child.coming) : child.past ? wayOn(child, child.past) : [];
}

function wayThere({ next, givenName }: ChildCard, { questions }: NonNullable<ChildCard["coming"]>): Step[] {
  const answered = questions.isFinished || questions.answered === 6;
  return [
    { text: t("reviews.doneTime"), is: "done" },
    answered
      ? { text: t("reviews.doneAnswer"), is: "done" }
      : {
          text: t("reviews.stepAnswer"),
          note: t("reviews.stepReadNote"),
          is: next === "answer" ? "now" : "later",
        },
    { text: t("reviews.stepCome"), is: next === "come" ? "now" : "later" },
    { text: t("reviews.stepRead"), is: "later" },
    { text: t("reviews.stepNote", { name: named(givenName) }), is: "later" },
  ];
}

const order = ["read", "promise", "note"] as const;

function wayOn({ next, givenName }: ChildCard, { came, heldOn }: NonNullable<ChildCard["past"]>): Step[] {
  const now = next === "done" ? order.length : next === "look" ? 0 : order.indexOf(next as "read");
  const is = (index: number) => (index < now ? "done" : index === now ? "now" : "later");
  const name = named(givenName);
  const day = sayDay(heldOn);
  return [
    { text: t(came ? "reviews.doneCame" : "reviews.doneHeld", { day }), is: "done" },
    now > 0
      ? { text: t("reviews.doneRead"), is: "done" }
      : { text: t("reviews.stepRead"), note: t("reviews.stepReadNote"), is: "now" },
    { text: t(now > 1 ? "reviews.donePromise" : "reviews.stepPromise"), is: is(1) },
    now > 2
      ? { text: t("reviews.doneNote", { name }), is: "done" }
      : { text: t("reviews.stepNote", { name }), note: t("reviews.stepNoteNote"), is: is(2) },
  ];
}
