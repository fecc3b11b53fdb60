import type { StudentTold } from "../story.ts";

/** Nothing prepared, and no way found yet to reach home. */
export const theo: StudentTold = {
  key: "theo",
  pieces: [],
  results: [
    { area: "language-arts", on: -57, score: 212, percentile: 30, growth: [2, 5] },
    { area: "math", on: -56, score: 214, percentile: 20, growth: [1, 7] },
  ],
};

/** Three weeks in the country: no results, two pieces, one of them in Arabic. */
export const layla: StudentTold = {
  key: "layla",
  pieces: [
    {
      key: "house",
      title: "بيت جدتي في طرابلس",
      subject: "language",
      language: "ar",
      asked: "Write about a door, in the language you dream in.",
      versions: [
        {
          ago: 14,
          text: "في بيت جدتي نافذة تطل على البحر. كل صباح كانت تفتحها وتقول: صباح الخير يا أزرق. عندما سافرنا أخذتُ معي مفتاح الباب، لكنني نسيتُ صوت النافذة.",
        },
      ],
      reflections: {
        "can-say-now":
          "I can say it in Arabic. In English I can say: I took the key and forgot the sound of the window.",
      },
    },
    {
      key: "bus",
      title: "Bus 14, a map of what people say",
      subject: "english",
      asked: "Listen in one place for a week. Write down only what you understand.",
      versions: [
        {
          ago: 6,
          text: "Monday: sorry, sorry, hey. Tuesday: is this seat. Wednesday: you good? Thursday: you good? Friday: I said it first. You good? The driver laughed and said: I’m good, how are you. I had no word ready, so I said: blue.",
        },
      ],
    },
  ],
  wall: [{ section: "proud", piece: "house", note: "Read it in Arabic first, slowly, then the English." }],
};

/** Eighteen: rights are hers, and she decides who comes. */
export const noor: StudentTold = {
  key: "noor",
  pieces: [
    {
      key: "clinic",
      title: "What the clinic’s form does not ask",
      subject: "career",
      asked: "Improve one document that people in this town fill in.",
      versions: [
        {
          ago: 22,
          text: "Version 1 asked for a street. My aunt’s friends moved four times last year. Version 2 asks: where can a letter find you in two weeks? The clinic tried it on thirty people. Twenty-six letters arrived; before it was eleven.",
        },
      ],
      reflections: {
        "who-would-use-it": "The front desk. They asked for one line less and they were right.",
      },
    },
    {
      key: "interpreter",
      title: "Eleven years of saying it for others",
      subject: "english",
      asked: "A personal essay that could only be yours.",
      versions: [
        {
          ago: 50,
          text: "I was seven when I told a doctor, in English, what my aunt had told me, in Somali, about her own heart. I left out the part about being afraid, because I did not know whose fear it was. I am eighteen now and there is a law that says I should never have been asked. I agree with the law. I would also like to have been thanked.",
        },
      ],
      reflections: { "sounds-like-me": "The last sentence. I put it in and took it out six times." },
    },
  ],
  results: [
    { area: "language-arts", on: -57, score: 238, percentile: 74, growth: [4, 3] },
    { area: "math", on: -56, score: 236, percentile: 60, growth: [3, 4] },
  ],
  wall: [
    { section: "proud", piece: "clinic" },
    { section: "skill", piece: "interpreter" },
  ],
};

/** Itzel’s brother, in grade 7. */
export const emiliano: StudentTold = {
  key: "emiliano",
  pieces: [
    {
      key: "volcano",
      title: "A volcano that is honest about its scale",
      subject: "science",
      asked: "Build a model and say what it gets wrong.",
      versions: [
        {
          ago: 37,
          text: "My volcano is 30 cm tall. The real one is 5,426 m. So one of my centimeters is 181 meters and the little man I put next to it would be as tall as three Eiffel Towers. I left him in and called him wrong.",
        },
      ],
      reflections: { "not-sure-yet": "If baking soda is like magma. I think no." },
    },
  ],
};
