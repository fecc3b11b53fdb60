import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInstance, type i18n } from "i18next";
import { projectRoot } from "#server/project-root.ts";

export type Values = Record<string, string | number>;

/** Says a key, "area.word", with its values put in; a key that does not exist throws. */
export type Translate = (key: string, values?: Values) => string;

let catalogue: i18n | undefined;

/** The words of one language, English where it has none; keys are those of the web. */
export function translator(language: string): Translate {
  const words = (catalogue ??= readCatalogue());
  const say = words.getFixedT(language);
  return (key, values = {}) => {
    if (!words.exists(key, values)) throw new Error(`There are no words for ${key}.`);
    return say(key, values);
  };
}

/** The languages that have words. */
export const listLanguages = (): string[] => listNames(folder);

const folder = join(projectRoot, "templates/languages");
const listNames = (path: string): string[] => readdirSync(path).sort();

function readCatalogue(): i18n {
  const words = createInstance({
    lng: "en",
    fallbackLng: "en",
    keySeparator: false,
    nsSeparator: ".",
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(listLanguages().map((language) => [language, readAreas(language)])),
    initAsync: false,
  });
  void words.init();
  return words;
}

function readAreas(language: string): Record<string, Record<string, string>> {
  const files = listNames(join(folder, language)).filter((name) => name.endsWith(".json"));
  const read = (name: string): Record<string, string> =>
    JSON.parse(readFileSync(join(folder, language, name), "utf8")) as Record<string, string>;
  return Object.fromEntries(files.map((name) => [name.slice(0, -5), read(name)]));
}
