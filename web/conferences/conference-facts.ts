import CalendarDays from "@lucide/svelte/icons/calendar-days";
import Languages from "@lucide/svelte/icons/languages";
import MapPin from "@lucide/svelte/icons/map-pin";
import Phone from "@lucide/svelte/icons/phone";
import Video from "@lucide/svelte/icons/video";
import type { Glyph } from "../design/glyph.ts";
import { sayLanguage } from "../people/say-people.ts";
import { named, sayInstant, sentenceCase } from "../words/dates.ts";
import { t, type WordKey } from "../words/words.svelte.ts";
import type { Companion, Mode } from "./conference.api.ts";

type Where = { startsAt: string; zone: string; mode: string; place: string; link: string };
export type Fact = { icon: Glyph; text: string };

const icons: Record<Mode, Glyph> = {
  "in-person": MapPin,
  video: Video,
  phone: Phone,
  "home-visit": MapPin,
};

/** How a conference is held, in words. */
export const sayMode = (mode: string): string => t(`conferences.${mode}` as WordKey);

/** When and where, one line each; `with` is the adviser's name. */
export function whenAndWhere(conference: Where, adviserName?: string): Fact[] {
  const { mode, place, startsAt, zone } = conference;
  const where = mode === "in-person" && place ? place : [sayMode(mode), place].filter(Boolean).join(", ");
  const who = adviserName ? `, ${t("conferences.with", { name: named(adviserName) })}` : "";
  return [
    { icon: CalendarDays, text: sentenceCase(sayInstant(startsAt, { zone })) },
    { icon: icons[mode as Mode] ?? MapPin, text: where + who },
  ];
}

/** Who interprets, one line each. */
export const interpreters = (people: Companion[]): Fact[] =>
  people
    .filter(({ part }) => part === "interpreter")
    .map(({ name, language }) => ({
      icon: Languages,
      text: t("people.interprets", { name: named(name), language: sayLanguage(language ?? "es") }),
    }));
