import BookOpen from "@lucide/svelte/icons/book-open";
import FlaskConical from "@lucide/svelte/icons/flask-conical";
import Hammer from "@lucide/svelte/icons/hammer";
import HeartPulse from "@lucide/svelte/icons/heart-pulse";
import Landmark from "@lucide/svelte/icons/landmark";
import Languages from "@lucide/svelte/icons/languages";
import Palette from "@lucide/svelte/icons/palette";
import Sigma from "@lucide/svelte/icons/sigma";
import type { WordKey } from "../words/areas.ts";
import type { Glyph } from "./glyph.ts";

/** The eight subjects; hue and glyph are the same everywhere (tokens.css). */
export type SubjectName =
  "english" | "math" | "science" | "history" | "language" | "arts" | "health" | "career";

export const subjects: Record<SubjectName, { glyph: Glyph; word: WordKey; hue: string; tint: string }> = {
  english: look(BookOpen, "everywhere.subjectEnglish", "english"),
  math: look(Sigma, "everywhere.subjectMath", "math"),
  science: look(FlaskConical, "everywhere.subjectScience", "science"),
  history: look(Landmark, "everywhere.subjectHistory", "history"),
  language: look(Languages, "everywhere.subjectLanguage", "language"),
  arts: look(Palette, "everywhere.subjectArts", "arts"),
  health: look(HeartPulse, "everywhere.subjectHealth", "health"),
  career: look(Hammer, "everywhere.subjectCareer", "career"),
};

function look(glyph: Glyph, word: WordKey, name: SubjectName) {
  return { glyph, word, hue: `var(--subject-${name})`, tint: `var(--subject-${name}-tint)` };
}

/** Whether a text names one of the eight, as data from elsewhere may not. */
export const isSubject = (text: string): text is SubjectName => Object.hasOwn(subjects, text);
