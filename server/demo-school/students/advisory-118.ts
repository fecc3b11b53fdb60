import type { StudentTold } from "../story.ts";

/** The rest of Ms. Lindgren's advisory, in grade 12: applications, jobs, and what is still missing. */
export const advisory118: readonly StudentTold[] = [
  {
    key: "caleb",
    pieces: [
      {
        key: "weld",
        title: "A gate hinge, welded three times",
        subject: "career",
        asked: "Make one part that has to hold.",
        versions: [
          {
            ago: 29,
            text: "First weld: pretty, and it cracked. Second: ugly, and it cracked later. Third: I ground both edges back, went slower than felt right, and let it cool in sand. It has held the shop gate for three weeks, and forty people open that gate without being gentle.",
          },
        ],
        reflections: { "hard-part": "Waiting while it cools. I kept wanting to look." },
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 220, percentile: 44, growth: [2, 2] },
      { area: "math", on: -56, score: 233, percentile: 50, growth: [2, 3] },
    ],
    wall: [{ section: "proud", piece: "weld", note: "The second hinge is in my bag." }],
  },
  {
    key: "truc",
    pieces: [
      {
        key: "nails",
        title: "Fumes: air in nine nail salons",
        subject: "science",
        asked: "A year-long question that matters to somebody.",
        versions: [
          {
            ago: 38,
            text: "I carried a borrowed meter through nine salons, two of them my aunts’. With the door open the value falls by half in eleven minutes. With the fan on and the door shut it does not fall at all: the fan moves the air in a circle. The owners knew that the fans are loud. Nobody had told them that they are only loud.",
          },
        ],
        reflections: {
          "not-sure-yet": "Whether it is different in winter, when nobody opens a door.",
          proof: "Table 3, the last two columns.",
        },
      },
      {
        key: "essay",
        title: "Application essay, the fourth",
        subject: "english",
        asked: "Say who you are in 350 words without listing anything.",
        versions: [
          {
            ago: 13,
            text: "I know my mother’s hands by their temperature. In the morning they are cold from the sink. At eight in the evening they are warm and smell of acetone, and she holds them away from my face. I have spent a year measuring the air she breathes, and I would like to spend four more learning how to change it.",
          },
        ],
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 240, percentile: 78, growth: [3, 2] },
      { area: "math", on: -56, score: 251, percentile: 82, growth: [4, 3] },
    ],
    wall: [
      { section: "proud", piece: "nails" },
      { section: "skill", piece: "essay" },
    ],
  },
  {
    key: "seun",
    pieces: [
      {
        key: "podcast",
        title: "Two kitchens, an audio story in words",
        subject: "arts",
        asked: "Tell one true story that has a sound in it.",
        versions: [
          {
            ago: 31,
            text: "In my father’s kitchen the radio talks in Yoruba and the pot talks louder. In my mother’s kitchen the clock has been wrong since I was six, and we all add twelve minutes without thinking. On Fridays I carry my backpack from one noise to the other. I recorded both for a minute. Played together, they keep time.",
          },
        ],
        reflections: { "on-purpose": "I did not fade between them. I cut, the way Fridays do." },
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 235, percentile: 70, growth: [2, 2] },
      { area: "math", on: -56, score: 228, percentile: 42, growth: [1, 3] },
    ],
    wall: [{ section: "proud", piece: "podcast", note: "Headphones for both parents." }],
  },
  {
    key: "ximena",
    pieces: [
      {
        key: "budget",
        title: "Moving out: a budget with the numbers my cousin gave me",
        subject: "math",
        asked: "Make a plan for a year of your life and find out where it breaks.",
        versions: [
          {
            ago: 18,
            text: "It breaks in March. Rent is not the problem, and food is not the problem. The problem is that the car needs a tire in the same month as the deposit for the nursing course. If I move in August instead of June, March is fine. I would not have believed that two months could be worth a tire.",
          },
        ],
        reflections: {
          "how-i-know": "I changed one cell at a time and wrote down which one turned March red.",
        },
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 224, percentile: 50, growth: [3, 2] },
      { area: "math", on: -56, score: 235, percentile: 54, growth: [3, 3] },
    ],
    wall: [{ section: "proud", piece: "budget" }],
  },
  {
    key: "oleksandr",
    pieces: [
      {
        key: "chess",
        title: "A program that loses slowly",
        subject: "math",
        asked: "Write a program that makes a decision, and explain the decision.",
        versions: [
          {
            ago: 22,
            text: "My program plays chess against my grandfather over the telephone. It looks two moves ahead and always gives him a way out, because I wrote it so. He has noticed. He says it plays like a polite person, and that I should teach it to be rude before I come to visit.",
          },
        ],
        reflections: {
          "hard-part":
            "To lose slowly it must first know how to win. I wrote that part first and then hid it.",
        },
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 218, percentile: 40, growth: [6, 2] },
      { area: "math", on: -56, score: 262, percentile: 92, growth: [5, 3] },
    ],
    wall: [{ section: "proud", piece: "chess" }],
  },
  {
    key: "harper",
    pieces: [
      {
        key: "list",
        title: "Fourteen addresses",
        subject: "english",
        asked: "A personal essay that could only be yours.",
        versions: [
          {
            ago: 35,
            text: "I can say all fourteen in order, like a prayer or a phone number. The third had a pear tree. The ninth had a lock on the refrigerator. The fourteenth has my name on the mailbox, under Sutter, in Jo-Ann’s handwriting, and nobody asked me whether it should be in pencil.",
          },
        ],
        reflections: { "sounds-like-me": "The pencil. Everything before it is only so that I may say that." },
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 236, percentile: 72, growth: [2, 2] },
      { area: "math", on: -56, score: 215, percentile: 18, growth: [4, 3] },
    ],
  },
  {
    key: "yasmin",
    pieces: [
      {
        key: "khubz",
        title: "خبز أمي في مطبخ المدرسة",
        subject: "language",
        language: "ar",
        asked: "Teach the class something, and write down how you did it.",
        versions: [
          {
            ago: 17,
            text: "كان الفرن صغيراً والعجين كثيراً. قلت لهم: لا تنظروا إلى الساعة، انظروا إلى اللون. احترق الرغيف الأول وضحكنا، والثاني كان مثل رغيف أمي تقريباً.",
          },
        ],
        reflections: {
          "can-say-now": "“Do not look at the clock, look at the color.” It works for bread and for essays.",
        },
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 229, percentile: 58, growth: [4, 2] },
      { area: "math", on: -56, score: 238, percentile: 60, growth: [3, 3] },
    ],
    wall: [{ section: "proud", piece: "khubz", note: "Read the Arabic first." }],
  },
  {
    key: "maximiliana",
    pieces: [
      {
        key: "archive",
        title:
          "On the naming of ships, ferries and one rowboat in Calder Bay between 1911 and the winter in which the cannery closed, with a list of those that were named after somebody’s daughter and a note on who was asked",
        subject: "history",
        asked: "Use a source nobody in this school has used.",
        versions: [
          {
            ago: 26,
            text: "The harbor master’s books list 214 boats. Sixty-one carry a woman’s name. I could find nineteen of the women. Four had asked not to be a boat. One of them was: they painted her name on while she was at school in another town, and she came home on it.",
          },
        ],
        reflections: { "whose-voice": "Hers, if I had found a letter. I found the invoice for the paint." },
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 244, percentile: 83, growth: [3, 2] },
      { area: "math", on: -56, score: 240, percentile: 62, growth: [2, 3] },
    ],
    wall: [{ section: "proud", piece: "archive" }],
  },
  {
    key: "kai",
    pieces: [
      {
        key: "surf",
        title: "Reading a wave from the parking lot",
        subject: "science",
        asked: "Predict something that can prove you wrong by tomorrow.",
        versions: [
          {
            ago: 8,
            text: "From the lot I called thirty waves: left, right, or closing. From the water my cousin wrote down what they did. I was right nineteen times, and twelve of those were before eight o’clock. After eight the wind is onshore and I am guessing like everybody.",
          },
        ],
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 214, percentile: 32, growth: [1, 2] },
      { area: "math", on: -56, score: 224, percentile: 36, growth: [2, 3] },
    ],
  },
  {
    key: "beatriz",
    pieces: [
      {
        key: "mural",
        title: "Sketches for a wall by the loading dock",
        subject: "arts",
        asked: "Plan a public work and ask the public.",
        versions: [
          {
            ago: 11,
            text: "I taped three sketches to the wall and left a pencil on a string. In a week there were fifty-two comments, two proposals of marriage and one correction: gulls do not fly in that order. Sketch two won. I have moved the gulls.",
          },
        ],
        reflections: {
          "on-purpose": "The pencil on a string. It had to be short, so that people wrote slowly.",
        },
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 228, percentile: 56, growth: [3, 2] },
      { area: "math", on: -56, score: 229, percentile: 44, growth: [2, 3] },
    ],
    wall: [{ section: "proud", piece: "mural", note: "Bring the pencil." }],
  },
];
