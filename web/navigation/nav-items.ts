import CalendarDays from "@lucide/svelte/icons/calendar-days";
import CalendarRange from "@lucide/svelte/icons/calendar-range";
import ChartLine from "@lucide/svelte/icons/chart-line";
import Flag from "@lucide/svelte/icons/flag";
import GalleryVertical from "@lucide/svelte/icons/gallery-vertical";
import GraduationCap from "@lucide/svelte/icons/graduation-cap";
import ListChecks from "@lucide/svelte/icons/list-checks";
import House from "@lucide/svelte/icons/house";
import Mail from "@lucide/svelte/icons/mail";
import Shapes from "@lucide/svelte/icons/shapes";
import Users from "@lucide/svelte/icons/users";
import type { Glyph } from "../design/glyph.ts";
import type { SignedIn } from "../session/session.api.ts";
import type { WordKey } from "../words/areas.ts";

/** One place of the main navigation. */
export type NavItem = { href: string; word: WordKey; icon: Glyph };

const home: NavItem = { href: "/", word: "everywhere.home", icon: House };

const student: NavItem[] = [
  home,
  { href: "/work", word: "everywhere.navWork", icon: Shapes },
  { href: "/portfolio", word: "everywhere.navPortfolio", icon: GalleryVertical },
  { href: "/goals", word: "everywhere.navGoals", icon: Flag },
  { href: "/results", word: "everywhere.navResults", icon: ChartLine },
  { href: "/graduation", word: "everywhere.navGraduation", icon: GraduationCap },
];

const conferences: NavItem = { href: "/conferences", word: "everywhere.navCalendar", icon: CalendarDays };
const seasons: NavItem = { href: "/seasons", word: "everywhere.navSeasons", icon: CalendarRange };
const people: NavItem = { href: "/people", word: "everywhere.navPeople", icon: Users };
const outbox: NavItem = { href: "/outbox", word: "everywhere.navOutbox", icon: Mail };

const followUp: NavItem = { href: "/follow-up", word: "everywhere.navFollowUp", icon: ListChecks };

const numbers: NavItem = { href: "/numbers/enter", word: "everywhere.navNumbers", icon: ChartLine };
const staff: NavItem[] = [home, conferences, followUp, seasons];
const administrator: NavItem[] = [home, people, conferences, seasons, outbox];

// Families, mentors and interpreters follow their page, not a menu.
const items: Partial<Record<SignedIn["kind"], NavItem[]>> = {
  student,
  adviser: staff,
  staff,
  administrator,
};

/** What the top bar and the phone's tab bar offer this person; the office, and an adviser who keeps people too, find them; a counsellor finds where numbers are written down. */
export function navItemsFor(actor: SignedIn | null): NavItem[] {
  const own = (actor && items[actor.kind]) ?? [];
  if (actor?.may["readPeople"]) return own.includes(people) ? own : [...own, people];
  return actor?.may["enterNumbers"] ? [...own, numbers] : own;
}
