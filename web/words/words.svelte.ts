import { createInstance } from "i18next";
import type { Area, WordKey } from "./areas.ts";

export type { Area, WordKey } from "./areas.ts";

/** The languages the web can be read in, each named in itself. */
export const languages = [
  { code: "en", name: "English", dir: "ltr" },
  { code: "es", name: "Español", dir: "ltr" },
] as const;
export type Language = (typeof languages)[number]["code"];
export type Values = Record<string, string | number>;

type Words = Record<string, string>;

/** The areas that come in one file a language; every other area in a file of its own. */
const first = import.meta.glob<Record<string, Words>>("./first-words/*.ts");
const firstAreas: string[] = ["everywhere", "errors", "reviews"];
const files = import.meta.glob<Words>(
  [
    "../../templates/languages/*/*.json",
    "!../../templates/languages/*/everywhere.json",
    "!../../templates/languages/*/errors.json",
    "!../../templates/languages/*/reviews.json",
  ],
  { import: "default" },
);
const rememberedAt = "lectern.language";
const always: string[] = ["everywhere", "errors"];

const catalogue = createInstance({
  lng: "en",
  fallbackLng: "en",
  ns: [],
  defaultNS: "everywhere",
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: {},
  initAsync: false,
});
await catalogue.init();

/** A key made at run time (an error's code, a name from the server), once its words are known to exist. */
export const said = (key: string, values?: Values): string =>
  hasWord(key) ? t(key as WordKey, values) : key;

let version = $state(0); // every t() depends on it, so words that arrive or change redraw
let current = $state<Language>("en");
let familiar = $state(false);
let wanted: string[] = always;

/** The language being read now. */
export const language = () => current;

/**
 * The sentence for a key, with its values put in.
 * A word may have a second form for students ("goals.due_student", Spanish tú beside usted), found by itself.
 */
export function t(key: WordKey, values?: Values): string {
  void version;
  const [ns, word] = parted(key);
  return catalogue.t(word, { ns, ...(familiar && { context: "student" }), ...values });
}

/** Speaks to a student rather than to a grown-up from now on, or back. */
export function speakToStudent(isStudent: boolean): void {
  familiar = isStudent;
}

/** Whether a key made at run time (an error's code) has words of its own. */
export function hasWord(key: string): boolean {
  void version;
  const [ns, word] = parted(key);
  return catalogue.exists(word, { ns });
}

/** Loads the areas a page speaks in, in the language being read; repeated calls cost nothing. */
export async function loadWords(...areas: Area[]): Promise<void> {
  expectWords(...areas);
  await loadMissing(current);
}

/** These areas come along with the next language that is loaded. */
export function expectWords(...areas: Area[]): void {
  wanted = [...wanted, ...areas.filter((area) => !wanted.includes(area))];
}

/** Loads words the server names (the demo's people), where this school has such a file. */
export async function loadWordsIfAny(area: string): Promise<void> {
  if (!wanted.includes(area)) wanted = [...wanted, area];
  await loadMissing(current);
}

/** Begins with the language this device used last; false where it has none yet and the session must say. */
export async function startWords(): Promise<boolean> {
  const last = remembered();
  if (last) await speak(last);
  return last !== null;
}

/** For somebody not known yet: the browser's language, unless one was chosen before. */
export const speakToStranger = () => speak(remembered() ?? fromBrowser());

/** Changes the language everywhere at once, after its words have arrived. */
export async function speak(code: string): Promise<void> {
  const next = languages.find((one) => one.code === code) ?? languages[0];
  await loadMissing(next.code);
  await catalogue.changeLanguage(next.code);
  current = next.code;
  version += 1;
  remember(next.code);
  document.documentElement.lang = next.code;
  document.documentElement.dir = next.dir;
}

/** "demo.itzel.line" is the word "itzel.line" of the area "demo". */
function parted(key: string): [area: string, word: string] {
  const dot = key.indexOf(".");
  return [key.slice(0, dot), key.slice(dot + 1)];
}

async function loadMissing(code: Language): Promise<void> {
  const missing = wanted.filter((area) => !catalogue.hasResourceBundle(code, area));
  await Promise.all(missing.map((area) => loadArea(code, area)));
  if (missing.length > 0) version += 1;
}

async function loadArea(code: Language, area: string): Promise<void> {
  const words = await fetchArea(code, area);
  if (words) catalogue.addResourceBundle(code, area, words);
}

async function fetchArea(code: Language, area: string): Promise<Words | undefined> {
  if (firstAreas.includes(area)) return (await first[`./first-words/${code}.ts`]?.())?.[area];
  return files[`../../templates/languages/${code}/${area}.json`]?.();
}

function remembered(): string | null {
  try {
    return localStorage.getItem(rememberedAt);
  } catch {
    return null; // storage may be closed to us
  }
}

function remember(code: string): void {
  try {
    localStorage.setItem(rememberedAt, code);
  } catch {
    // the choice then lasts as long as the page
  }
}

const fromBrowser = () => navigator.language.slice(0, 2);
