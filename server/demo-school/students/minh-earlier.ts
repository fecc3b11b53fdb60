import type { PastTold } from "../story.ts";

/** Minh Anh's first conference, a year ago. */
export const minhEarlier: PastTold = {
  when: [2, "17:05"],
  guests: [{ who: "hoa", part: "guardian" }],
  shows: [{ section: "proud", piece: "clock" }],
  goals: [
    {
      wording: "Write one page a week that is not for school.",
      category: "habit",
      measure: "Twelve pages in a folder my adviser does not open.",
      due: -260,
      outcome: "met",
      outcomeNote: "Fourteen. Two are letters.",
      promises: [
        { side: "student", says: "Sunday evening, before the lights go out.", kept: "kept" },
        {
          side: "family",
          home: "hoa",
          says: "Nobody reads over her shoulder.",
          who: "Lê Thị Hoa",
          kept: "partly",
          because: "Her sister did, once.",
        },
        {
          side: "school",
          says: "Not ask about it.",
          who: "Mr. Okafor",
          kept: "kept",
          because: "It was hard.",
        },
      ],
    },
  ],
  record: {
    fields: {
      proud: "The clock on our ceiling.",
      strengths: "I do not stop when it works. I stop when I know why.",
      adviserStrengths: "Minh Anh explains slowly to those who need it and never lets them feel it.",
      languageArtsNote: "In the middle of her grade, with a vocabulary that is ahead of her sentences.",
      mathNote: "Well ahead; she should not have to wait for the others.",
    },
    nextCheckIn: 21,
  },
};
