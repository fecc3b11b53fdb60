import { serverNow } from "../api/server-clock.ts";
import { language, t } from "./words.svelte.ts";

const locales = { en: "en-US", es: "es-US" } as const;
const locale = () => locales[language()];
type Clock = { zone: string };

/** A day as people say it: "Thursday 12 November"; the year is added when it is not this one. */
export function sayDay(on: string, { year = false } = {}): string {
  return spokenDay(new Date(`${on}T12:00:00Z`), "UTC", year);
}

/** A day in little room: "12 Nov". */
export function sayShortDay(on: string): string {
  const part = partsOf(new Date(`${on}T12:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  return t("everywhere.shortDayPattern", { day: part("day"), month: part("month").replace(/\.$/, "") });
}

/** An instant at the school: "Thursday 12 November, 5:40 pm". */
export function sayInstant(at: string, { zone }: Clock): string {
  return t("everywhere.dayAndTime", {
    day: spokenDay(new Date(at), zone, false),
    time: sayTime(at, { zone }),
  });
}

/** The time of an instant at the school: "5:40 pm". */
export function sayTime(at: string, { zone }: Clock): string {
  const part = partsOf(new Date(at), { hour: "numeric", minute: "2-digit", hour12: true, timeZone: zone });
  return `${part("hour")}:${part("minute")}\u00a0${part("dayPeriod").toLowerCase().replace(/\s/g, "")}`;
}

/** The time now: on the school's clock, or on this device's when no zone is given. */
export const sayNow = (zone?: string): string =>
  sayTime(serverNow().toISOString(), { zone: zone ?? deviceZone() });
const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "Nine days": how long until a day, to begin a sentence with. */
export function sayDaysLeft(count: number): string {
  return t("everywhere.daysLeft", { count, words: sentenceCase(sayNumber(count)) });
}

/** The day an instant falls on at the school: "2026-11-12". */
export function dayOf(at: string, { zone }: Clock): string {
  const options = { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone } as const;
  return new Intl.DateTimeFormat("sv-SE", options).format(new Date(at));
}

/** Whole days from one day to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** How far a day is from today: "tomorrow", "in nine days", "two days ago". */
export function sayDaysAway(on: string, today: string): string {
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(
    daysBetween(today, on),
    "day",
  );
  return words.replace(/\d+/, (digits) => sayNumber(Number(digits)));
}

/** Small numbers as words ("nine"), larger ones as figures. */
export function sayNumber(count: number): string {
  const words = t("everywhere.numberWords").split(" ");
  return words[count] ?? new Intl.NumberFormat(locale()).format(count);
}

/** The first letter made large, as at the start of a sentence. */
export const sentenceCase = (text: string): string =>
  text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);

/** Names read as one sentence part: "Rosa, Héctor and Imani". */
export const sayList = (names: string[]): string =>
  new Intl.ListFormat(locale(), { type: "conjunction" }).format(names);

/** A name inside a sentence, kept from turning the words around it when it is written right to left. */
export const named = (name: string): string => `\u2068${name}\u2069`;

function spokenDay(date: Date, timeZone: string, year: boolean): string {
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone } as const;
  const part = partsOf(date, options);
  const day = t("everywhere.dayPattern", {
    weekday: part("weekday"),
    day: part("day"),
    month: part("month"),
  });
  return year ? t("everywhere.dayAndYear", { day, year: part("year") }) : day;
}

function partsOf(date: Date, options: Intl.DateTimeFormatOptions) {
  const parts = new Intl.DateTimeFormat(locale(), options).formatToParts(date);
  return (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
}
