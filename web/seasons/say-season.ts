import Check from "@lucide/svelte/icons/check";
import DoorOpen from "@lucide/svelte/icons/door-open";
import Lock from "@lucide/svelte/icons/lock";
import Pencil from "@lucide/svelte/icons/pencil";
import type { Glyph } from "../design/glyph.ts";
import { t, type WordKey } from "../words/words.svelte.ts";

/** What stands beside the word of a season's state. */
export const stateIcons: Record<string, Glyph> = {
  draft: Pencil,
  open: DoorOpen,
  frozen: Lock,
  closed: Check,
};

/** Where a season stands, in a word. */
export const sayState = (state: string): string => t(`seasons.state${state}` as WordKey);

/** What that means for people. */
export const sayMeaning = (state: string): string => t(`seasons.means${state}` as WordKey);

/** An agenda by its name. */
export const sayAgenda = (key: string): string => t(`seasons.agenda-${key}` as WordKey);
