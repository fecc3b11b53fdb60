import type { RecordTold, StudentTold } from "../story.ts";

/** Presenting at this very moment. */
export const kofi: StudentTold = {
  key: "kofi",
  pieces: [
    {
      key: "coach",
      title: "Letter to the coach who benched me",
      subject: "english",
      asked: "Write to somebody who will not answer. Do not send it.",
      versions: [
        {
          ago: 200,
          text: "Dear Coach Ames,\n\nYou were right and I am still angry. I was slow because I ate nothing before practice, and I ate nothing because I thought light was fast. Nobody had told me otherwise, so I am telling you, so that you tell the next one.\n\nI run on Fridays now, alone, with oatmeal.",
        },
      ],
      reflections: {
        "sounds-like-me":
          "“You were right and I am still angry.” I had it as two sentences, and then it sounded like I was over it.",
      },
    },
    {
      key: "fridays",
      title: "Twelve Fridays, one mile",
      subject: "health",
      asked: "Change one habit for a season. Measure it the same way every week.",
      versions: [
        {
          ago: 12,
          file: "runlog.webp",
          shows: "Line of twelve dots, a mile run each Friday: from 9:54 down to 7:48 minutes.",
        },
      ],
      reflections: {
        "noticed-about-me": "I get slower when I look at the watch. In week seven I put it in my sock.",
        proof: "Week nine. It rained, I had a cold, and the dot is still there.",
      },
    },
    {
      key: "stove",
      title: "How my grandmother’s stove keeps one heat",
      subject: "science",
      asked: "Explain how one machine at home holds something steady.",
      versions: [
        {
          ago: 18,
          text: "The oven in our kitchen is older than my mother. It has no screen. When it is too cold a metal strip bends and lets the gas through; when it is warm the strip bends back. I took the temperature every minute for an hour. The line goes up and down like breathing, between 168 and 191 degrees, and never stops in the middle.\n\nSo “180” on the dial is not a temperature. It is a promise to keep coming back to one.",
        },
      ],
      reflections: {
        "not-sure-yet": "Whether the strip is late or my thermometer is. Both would draw the same line.",
      },
    },
    {
      key: "podcast",
      title: "Three barbers, one question",
      subject: "history",
      asked: "Record people who remember the same street differently.",
      versions: [{ ago: 33, link: "https://audio.calderbay.example/three-barbers" }],
      reflections: {
        "whose-voice":
          "Three men who cut hair. Nobody who got their hair cut somewhere else because of the color of it.",
      },
    },
  ],
  results: [
    { area: "language-arts", on: -420, score: 217, percentile: 45 },
    { area: "language-arts", on: -57, score: 223, percentile: 55, growth: [6, 5] },
    { area: "math", on: -419, score: 228, percentile: 57 },
    { area: "math", on: -56, score: 237, percentile: 66, growth: [9, 7] },
  ],
  wall: [
    { section: "proud", piece: "fridays", note: "Start with the sock." },
    { section: "growth", piece: "coach", note: "Read only the first line." },
    { section: "growth", piece: "stove" },
    { section: "skill", piece: "podcast", note: "Claim: I can hear who is missing." },
  ],
  goals: [
    {
      wording: "Ask one question out loud in every history lesson until winter break.",
      category: "habit",
      measure: "A tally on the inside cover of my notebook.",
      due: 26,
      promises: [
        { side: "student", says: "Write the question down before the lesson begins.", who: "Kofi" },
        { side: "family", home: "abena", says: "Ask at supper which one it was today.", who: "Abena Mensah" },
        { side: "school", says: "Call on him when the notebook is open.", who: "Mr. Okafor" },
      ],
    },
  ],
};

/** What Mr. Okafor has typed so far in the room. */
export const kofiSoFar: RecordTold = {
  fields: {
    proud: "Twelve Fridays. I did not skip the bad weeks.",
    strengths: "I finish things nobody is watching.",
    adviserStrengths: "Kofi measures before he argues.",
    celebrations: "His mother: he cooks on Sundays, and it is good.",
  },
};
