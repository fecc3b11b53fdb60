import type { StudentTold } from "../story.ts";
import { itzelEarlier } from "./itzel-earlier.ts";
import { itzelLast } from "./itzel-last.ts";
import { itzelPieces } from "./itzel-pieces.ts";

/** Half ready: a strong shelf, one reflection half written, one goal without promises. */
export const itzel: StudentTold = {
  key: "itzel",
  pieces: itzelPieces,
  last: itzelLast,
  earlier: itzelEarlier,
  results: [
    { area: "language-arts", on: -422, score: 209, percentile: 27 },
    { area: "language-arts", on: -239, score: 214, percentile: 36, growth: [5, 3] },
    { area: "language-arts", on: -57, score: 221, percentile: 49, growth: [12, 5] },
    { area: "math", on: -421, score: 214, percentile: 27 },
    { area: "math", on: -238, score: 216, percentile: 27, growth: [2, 5] },
    { area: "math", on: -56, score: 219, percentile: 28, growth: [5, 9] },
  ],
  wall: [
    {
      section: "proud",
      piece: "cranes",
      note: "Point at the water. Say what you did not cut.",
    },
    {
      section: "growth",
      piece: "creek",
      note: "Point at the circled “at lunch” on the draft.\n5 am with Tío Beto’s truck. Three readings, because I thought the probe broke.\nAsk Mamá: did the creek smell when you were small?",
    },
    { section: "growth", piece: "buses", note: "One sentence about the board meeting, no more." },
    { section: "skill", piece: "letters", note: "Read the last two lines out loud. Slowly." },
  ],
  goals: [
    {
      wording:
        "Raise my Geometry grade from C− to B by going to Tuesday office hours every week and redoing every quiz under 80 %.",
      category: "academic",
      measure: "A Geometry average of 83 % or higher.",
      due: 61,
      promises: [
        { side: "student", says: "Go to office hours every Tuesday, 3:10 to 4:00.", who: "Itzel" },
        {
          side: "family",
          home: "rosa",
          says: "Dejar los martes libres: Emiliano se queda con la tía en Millbrook.",
          who: "Rosa Duarte",
          language: "es",
        },
        { side: "school", says: "Confirm a seat in Algebra 1B recovery for spring.", who: "Ms. Lindgren" },
      ],
    },
    {
      wording: "Write tomorrow’s work in my planner before I leave, four days of every five.",
      category: "habit",
      measure: "",
      due: 26,
      promises: [],
    },
  ],
};
