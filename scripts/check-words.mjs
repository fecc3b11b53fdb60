// Every language holds the same words as English: same files, same keys, same {{places}}, nothing empty.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./steps/root.mjs";

const folder = join(root, "templates/languages");
/** Complete languages; others there may be partial. */
const complete = ["es"];

const listAreas = (language) =>
  readdirSync(join(folder, language))
    .filter((file) => file.endsWith(".json"))
    .sort();

const problems = existsSync(folder) ? [...checkEnglish(), ...complete.flatMap(checkLanguage)] : [];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function checkEnglish() {
  return listAreas("en").flatMap((area) => emptyIn("en", area));
}

function checkLanguage(language) {
  const areas = new Set([...listAreas("en"), ...listAreas(language)]);
  return [...areas].sort().flatMap((area) => [...compare(language, area), ...emptyIn(language, area)]);
}

function compare(language, area) {
  const [english, other] = [gather("en", area), gather(language, area)];
  const missing = [...english.keys()]
    .filter((key) => !other.has(key))
    .map((key) => `${language}/${area} lacks ${key}`);
  const extra = [...other.keys()]
    .filter((key) => !english.has(key))
    .map((key) => `en/${area} lacks ${key}, which ${language} has`);
  const differing = [...english].filter(([key, places]) => other.has(key) && other.get(key) !== places);
  return [
    ...missing,
    ...extra,
    ...differing.map(([key]) => `${language}/${area} ${key} has other {{places}} than English`),
  ];
}

function emptyIn(language, area) {
  return wordsOf(language, area)
    .filter(([, text]) => typeof text !== "string" || text.trim() === "")
    .map(([key]) => `${language}/${area} ${key} is empty`);
}

/** Keys without their plural endings, since languages count differently, each with the places its sentences fill. */
function gather(language, area) {
  const keys = new Map();
  for (const [key, text] of wordsOf(language, area)) {
    // "_student" is a second form of the same word, which a language has or has not (Spanish tú).
    const bare = key.replace(/_(zero|one|two|few|many|other)$/, "").replace(/_student$/, "");
    const places = new Set([
      ...(keys.get(bare)?.split(" ") ?? []),
      ...[...String(text).matchAll(/\{\{\s*([\w.]+)/g)].map(([, place]) => place),
    ]);
    // "1 day" need not say {{count}}, so it never tells two languages apart.
    keys.set(
      bare,
      [...places]
        .filter((place) => place && place !== "count")
        .sort()
        .join(" "),
    );
  }
  return keys;
}

function wordsOf(language, area) {
  const file = join(folder, language, area);
  return existsSync(file) ? flatten(JSON.parse(readFileSync(file, "utf8"))) : [];
}

function flatten(words, before = "") {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? flatten(value, `${before}${key}.`)
      : [[before + key, value]],
  );
}
