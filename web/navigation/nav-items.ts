import CalendarDays from "@lucide/svelte/icons/calendar-days";
import FileCheck from "@lucide/svelte/icons/file-check";
import Flag from "@lucide/svelte/icons/flag";
import GalleryVertical from "@lucide/svelte/icons/gallery-vertical";
import House from "@lucide/svelte/icons/house";
import School from "@lucide/svelte/icons/school";
import Shapes from "@lucide/svelte/icons/shapes";
import Users from "@lucide/svelte/icons/users";
import type { Glyph } from "../design/glyph.ts";
import type { SignedIn } from "../session/session.api.ts";
import type { WordKey } from "../words/areas.ts";

/** One place of the main navigation; `may` names the right without which it is not shown. */
export type NavItem = { href: string; word: WordKey; icon: Glyph; may?: string };

const home: NavItem = { href: "/", word: "common.home", icon: House };

const student: NavItem[] = [
  home,
  { href: "/work", word: "common.navWork", icon: Shapes },
  { href: "/portfolio", word: "common.navPortfolio", icon: GalleryVertical },
  { href: "/goals", word: "common.navGoals", icon: Flag },
];

const staff: NavItem[] = [
  home,
  { href: "/conferences", word: "common.navCalendar", icon: CalendarDays },
  { href: "/records", word: "common.navRecords", icon: FileCheck },
  { href: "/people", word: "common.navPeople", icon: Users, may: "people.manage" },
  { href: "/school", word: "common.navSchool", icon: School, may: "school.manage" },
];

/** What the top bar and the phone's tab bar offer this person; families follow their page, not a menu. */
export function navItemsFor(actor: SignedIn | null): NavItem[] {
  if (actor?.kind === "student") return student;
  if (actor?.kind === "staff") return staff.filter((item) => !item.may || actor.may[item.may]);
  return [];
}
