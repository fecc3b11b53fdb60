import type { RecordTold, StudentTold } from "../story.ts";

/** Presented yesterday; the record waits for its last sentences. */
export const wren: StudentTold = {
  key: "wren",
  pieces: [
    {
      key: "moth",
      title: "Forty-one moths on one sheet",
      subject: "science",
      asked: "Count something that nobody at this school has counted.",
      versions: [
        {
          ago: 30,
          text: "A white sheet, one lamp, the field behind the shop. 9:00 to 11:30 pm on six nights. Forty-one kinds, three I cannot name. On the two nights when the stadium lights were on there were nine.\n\nI am not saying that football eats moths. I am saying what the sheet said.",
        },
      ],
      reflections: { "not-sure-yet": "Six nights is few, and the stadium nights were also the warm ones." },
    },
    {
      key: "zine",
      title: "Directions to my house for someone who is late",
      subject: "english",
      asked: "A page that works only in one place.",
      versions: [
        {
          ago: 48,
          text: "Pass the church with the crooked star. If you see the dog, you have gone too far; say hello to the dog. The porch light is on for you. It is always on for you. That is how you know it is not on for anyone.",
        },
      ],
      reflections: { "sounds-like-me": "The dog." },
    },
  ],
  results: [
    { area: "language-arts", on: -57, score: 231, percentile: 68, growth: [7, 5] },
    { area: "math", on: -56, notTestedBecause: "Absent in the test week; the make-up test is in December." },
  ],
  wall: [
    { section: "proud", piece: "moth" },
    { section: "growth", piece: "zine" },
  ],
  goals: [
    {
      wording: "Come to first period on time on nine days of ten.",
      category: "habit",
      measure: "The office’s list, every second Friday.",
      due: 28,
      promises: [
        { side: "student", says: "Take the 7:05, not the 7:25.", who: "Wren" },
        {
          side: "family",
          home: "fiona",
          says: "No phone in the bedroom after ten.",
          who: "Fiona McAllister",
        },
        { side: "school", says: "Move study hall so that a late day costs no lab.", who: "Mr. Okafor" },
      ],
    },
  ],
};

/** What stands in yesterday’s record; three things are still to fill in. */
export const wrenSoFar: RecordTold = {
  fields: {
    proud: "The moths, because three of them have no name yet.",
    growth: "Directions to my house. It used to be four pages.",
    strengths: "I stay until I know.",
    adviserStrengths: "Wren looks longer than anyone I teach, and reports what is there.",
    languageArtsNote: "Grew more than the test expected; short forms suit her.",
    celebrations: "Her mother: she walked a neighbor home in the storm.",
    concerns: "Mornings. The bus, and sleep.",
  },
  questions: [
    {
      question: "Could first period be study hall?",
      agreed: "Mr. Okafor asks the counsellor and writes to us.",
      owner: "Mr. Okafor",
    },
  ],
  needs: [{ row: { need: "attendance", what: "Late on 9 of 40 mornings" } }],
};
