import type { PastTold } from "../story.ts";

/** Itzel's first conference, a year ago: her mother came, and she said four sentences. */
export const itzelEarlier: PastTold = {
  when: [1, "18:15"],
  guests: [
    { who: "rosa", part: "guardian" },
    { who: "lucia", part: "interpreter" },
  ],
  shows: [{ section: "proud", piece: "corner" }],
  goals: [
    {
      wording: "Speak once in every class, on one day of the week.",
      category: "habit",
      measure: "A mark in my notebook on Thursdays.",
      due: -250,
      outcome: "met",
      outcomeNote: "Nineteen Thursdays. After the sixth I forgot to be afraid.",
      promises: [
        { side: "student", says: "Write one question down the evening before.", kept: "kept" },
        {
          side: "family",
          home: "rosa",
          says: "Preguntarle los jueves qué dijo.",
          who: "Rosa Duarte",
          language: "es",
          kept: "kept",
          because: "Ahora me lo cuenta antes de que yo pregunte.",
        },
        {
          side: "school",
          says: "Never call on her first.",
          who: "Mr. Okafor",
          kept: "kept",
          because: "By March she raised her hand before I had finished the sentence.",
        },
      ],
    },
  ],
  record: {
    fields: {
      proud: "The corner. It is the first thing I wrote here that I would show my uncle.",
      growth: "Saying it out loud.",
      strengths: "I look for a long time before I write.",
      adviserStrengths:
        "Itzel sees what others walk past. She spoke four sentences tonight, and none was wasted.",
      languageArtsNote:
        "She reads below her grade in English and far above it in Spanish; the first is catching up.",
      mathNote: "Fractions stand in her way. She knows it and says so.",
      celebrations: "Rosa: she translates the mail for the neighbor and never tells anybody what it says.",
    },
    nextCheckIn: 21,
  },
  note: {
    from: "rosa",
    language: "es",
    says: "Itzel: yo también tuve miedo, y nadie me tradujo eso. Hablaste cuatro veces. Las conté. Tu mamá",
  },
};
