import type { NumberKind, NumberValue } from "./numbers.contract.ts";
import { loose } from "./columns.ts";

/** Reads a cell that is not empty; undefined when it says nothing we understand. */
type Reader = (cell: string) => NumberValue | undefined;

const line =
  (longest: number): Reader =>
  (cell) =>
    cell.length > longest ? undefined : cell.replaceAll(/\s+/g, " ");

/** A number between two others, rounded to hundredths, with a point or a comma. */
const number =
  (least: number, most: number, whole = false): Reader =>
  (cell) => {
    if (!/^[+-]?\d{1,7}([.,]\d+)?$/.test(cell)) return undefined;
    const value = Math.round(Number(cell.replace(",", ".")) * 100) / 100;
    return value < least || value > most || (whole && !Number.isInteger(value)) ? undefined : value;
  };

const word =
  (words: Record<string, string>): Reader =>
  (cell) =>
    Object.entries(words).find(([, each]) => each.split(" ").includes(loose(cell)))?.[0];

const yes = "yes y true x 1 si";
const no = "no n false 0";

const area = word({
  "language-arts":
    "languagearts ela english reading language lengua lectura ingles artesdellenguaje language",
  math: "math maths mathematics matematicas matematica",
});

const subject = word({
  english: "english ela languagearts ingles lengua",
  math: "math maths mathematics matematicas",
  science: "science laboratoryscience labscience ciencias ciencia",
  history: "history socialstudies socialscience historia estudiossociales cienciassociales",
  language: "language worldlanguage foreignlanguage idioma idiomas lenguaextranjera",
  arts: "arts art visualandperformingarts vapa artes arte",
  health: "health pe healthandpe physicaleducation salud educacionfisica",
  elective: "elective electives optativa optativas",
});

const term = word({
  year: "year wholeyear fullyear fy y ano anual todoelano",
  fall: "fall autumn first firsthalf firstsemester s1 sem1 semester1 1 otono primersemestre primeramitad",
  spring:
    "spring second secondhalf secondsemester s2 sem2 semester2 2 primavera segundosemestre segundamitad",
  summer: "summer verano",
});

const state = word({
  earned: "earned passed complete completed ganado aprobado",
  "in-progress": "inprogress underway current encurso",
  failed: "failed fail nocredit reprobado sincredito",
  withdrawn: "withdrawn dropped w left retirado baja",
});

/** A calendar day: 2026-09-14, or as it is written in the United States, 9/14/2026 (14/9/2026 is understood too). */
export function readDay(cell: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell);
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell);
  const [year, first, second] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : slashed
      ? [Number(slashed[3]), Number(slashed[1]), Number(slashed[2])]
      : [0, 0, 0];
  const [month, day] = !iso && first > 12 ? [second, first] : [first, second];
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  if (year < 1990 || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    return undefined;
  return text;
}

/** A day, or a day and a time, on the school's clock: "2026-11-10T15:40". */
function readMoment(cell: string): string | undefined {
  const [, dayText = "", hour, minute, half] =
    /^(\S+?)(?:[T\s]+(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?)?$/i.exec(cell) ?? [];
  const day = readDay(dayText);
  if (day === undefined) return undefined;
  if (hour === undefined) return `${day}T00:00`;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hours > 23 || Number(minute) > 59) return undefined;
  return `${day}T${String(hours).padStart(2, "0")}:${minute}`;
}

/** A school year by its two years, "2026–27"; one year alone would leave open which. */
function readSchoolYear(cell: string): string | undefined {
  const [, from, to] = /^(\d{4})\s*[-–—/]\s*(\d{2}|\d{4})$/.exec(cell) ?? [];
  const next = String(Number(from) + 1);
  return from !== undefined && (to === next || to === next.slice(2)) ? `${from}–${next.slice(2)}` : undefined;
}

const seasons = { fall: "fall autumn otono", winter: "winter invierno", spring: "spring primavera" };

/** The season of a test; "Fall 2026" and "Spring 2027" name the year as well. */
const testWindow: Reader = (cell) => {
  const [, name = "", years = ""] = /^(\p{Letter}+)\s*(.*)$/u.exec(cell.normalize("NFC")) ?? [];
  const season = word(seasons)(name);
  if (typeof season !== "string" || years === "") return season;
  const whole = readSchoolYear(years);
  if (whole !== undefined) return `${season} ${whole}`;
  if (!/^\d{4}$/.test(years) || season === "winter") return undefined;
  return `${season} ${schoolYearFrom(season === "fall" ? Number(years) : Number(years) - 1)}`;
};

/** The school year that begins in a year: "2026–27". */
export const schoolYearFrom = (year: number): string =>
  `${year}–${String((year + 1) % 100).padStart(2, "0")}`;

/** The school year a day lies in; years begin in July. */
export const schoolYearOf = (day: string): string =>
  schoolYearFrom(Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 7 ? 1 : 0));

/** The season in which a test of a day is counted. */
export function windowOf(day: string): string {
  const month = Number(day.slice(5, 7));
  return month >= 7 && month <= 11 ? "fall" : month === 12 || month <= 2 ? "winter" : "spring";
}

const everywhere: Record<string, Reader> = {
  number: line(40),
  student: line(200),
  givenName: line(100),
  familyName: line(100),
  schoolYear: readSchoolYear,
};

const readers: Record<NumberKind, Record<string, Reader>> = {
  results: {
    ...everywhere,
    test: line(80),
    area,
    window: testWindow,
    takenOn: readDay,
    grade: number(0, 13, true),
    score: number(-9_999, 99_999),
    standardError: number(0, 999),
    percentile: number(1, 99, true),
    normYear: number(1990, 2100, true),
    growth: number(-9_999, 9_999),
    growthExpected: number(-9_999, 9_999),
    notTestedBecause: line(200),
  },
  grades: {
    ...everywhere,
    course: line(120),
    subject,
    grade: line(12),
    comment: line(1_000),
    asOf: readMoment,
  },
  credits: {
    ...everywhere,
    course: line(120),
    subject,
    term,
    attempted: number(0.01, 100),
    earned: number(0, 100),
    grade: line(12),
    state,
    onCollegeList: (cell) =>
      yes.split(" ").includes(loose(cell)) ? true : no.split(" ").includes(loose(cell)) ? false : undefined,
    externalSchool: line(120),
  },
};

/** What a cell of a column says; undefined when it cannot be read. */
export const readValue = (kind: NumberKind, field: string, cell: string): NumberValue | undefined =>
  cell === "" ? null : readers[kind][field]?.(cell);
