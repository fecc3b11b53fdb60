import type { StudentTold } from "../story.ts";

/** The rest of Mr. Okafor's advisory, in grade 10: each a few pieces and a beginning. */
export const advisory214: readonly StudentTold[] = [
  {
    key: "priya",
    pieces: [
      {
        key: "signals",
        title: "How long is a red light, really?",
        subject: "math",
        asked: "Collect forty numbers of your own and say what they do not show.",
        versions: [
          {
            ago: 33,
            text: "I timed the light at Ferry and 4th forty times. The mean is 52 seconds, the median 38. Six trains made the difference: when the barrier is down the light waits with it. So the mean describes nobody. A driver either loses 38 seconds or two minutes, and the city’s plan says 52.",
          },
        ],
        reflections: {
          "how-i-know":
            "I drew all forty as dots before I took any average. Then the six stood apart by themselves.",
          "another-week": "Ask the railway for its times instead of waiting for trains.",
        },
      },
      {
        key: "monsoon",
        title: "Three letters my grandmother did not send",
        subject: "english",
        asked: "Write somebody’s silence.",
        versions: [
          {
            ago: 19,
            text: "The first is about rain and ends after the date. The second says that the mango tree was sold with the house, and that nobody asked the tree. The third has only my mother’s name on it, written four times, as if she were practicing. I found them in a tin that still smells of cardamom. I put them back in the order she kept them.",
          },
        ],
        reflections: {
          "sounds-like-me": "“Nobody asked the tree.” I wanted to cut it because it is a little funny.",
        },
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 231, percentile: 70, growth: [4, 4] },
      { area: "math", on: -56, score: 252, percentile: 85, growth: [6, 6] },
    ],
    wall: [
      { section: "proud", piece: "signals", note: "Show the dots before the numbers." },
      { section: "growth", piece: "monsoon" },
    ],
    goals: [
      {
        wording: "Explain one proof to somebody who does not like math.",
        category: "academic",
        measure: "My father can say it back to me.",
        due: 60,
        promises: [
          { side: "student", says: "Pick the proof by the end of the month.", who: "Priya" },
          { side: "school", says: "Lend her the book with the pictures.", who: "Ms. Lindgren" },
        ],
      },
    ],
  },
  {
    key: "tomasz",
    pieces: [
      {
        key: "bridge",
        title: "A bridge that failed on purpose",
        subject: "science",
        asked: "Build a truss from one sheet of card, predict where it breaks, and break it.",
        versions: [
          {
            ago: 27,
            text: "I predicted the second joint from the left, at 4 kg. It broke at the third, at 5.2 kg. My prediction was wrong because I had glued the second one twice, without noticing. The glue is in no drawing. I now believe that most things hold because somebody was nervous in the right place.",
          },
        ],
        reflections: {
          "not-sure-yet": "Whether 5.2 kg is a good bridge or good glue. I would need ten bridges.",
        },
      },
      {
        key: "shift",
        title: "What the night shift eats",
        subject: "history",
        asked: "Interview somebody about their work.",
        versions: [
          {
            ago: 12,
            text: "My mother packs crab from ten to six. At two they eat. There are eleven people and nine kinds of bread. Mrs. Silva brings soup for the one who forgot. Nobody is allowed to say who forgot. I asked what they talk about and she said: the drive home.",
          },
        ],
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 215, percentile: 38, growth: [6, 5] },
      { area: "math", on: -56, score: 236, percentile: 58, growth: [5, 7] },
    ],
    wall: [{ section: "proud", piece: "bridge", note: "Bring the broken joint." }],
  },
  {
    key: "deshawn",
    pieces: [
      {
        key: "route",
        title: "Sunday bus, a plan for one more stop",
        subject: "career",
        asked: "Find something in this town that could work better and tell the person who decides.",
        versions: [
          {
            ago: 44,
            stage: "draft",
            text: "The 14 should stop at the clinic on Sundays because people need it.",
          },
          {
            ago: 20,
            text: "On Sundays the 14 turns at the library, nine hundred meters before the clinic. I walked it with my grandmother: nineteen minutes, one hill, two places to sit. I counted thirty-one people walking it in four Sundays. One more stop adds three minutes. The bus waits six at the library anyway. I have sent this to the transit board, with the names of the two benches.",
          },
        ],
        reflections: {
          "draft-to-final": "Ms. Adeyemi wrote “says who?” on my draft. So I went and counted.",
          "who-would-use-it": "My grandmother, and thirty people I do not know.",
        },
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 221, percentile: 51, growth: [7, 5] },
      { area: "math", on: -56, score: 222, percentile: 34, growth: [4, 7] },
    ],
    wall: [{ section: "proud", piece: "route" }],
  },
  {
    key: "mele",
    pieces: [
      {
        key: "hymn",
        title: "An old hymn for three voices and one phone",
        subject: "arts",
        asked: "Arrange something you did not write.",
        versions: [
          {
            ago: 16,
            text: "I sang all three parts into my phone in the stairwell by the gym, because it answers late. The low part is my uncle’s; he sang it to me on the telephone and I wrote it down wrong twice. The second mistake is better than the tune, so I kept it and asked him. He said: that is how my father sang it.",
          },
        ],
        reflections: {
          "on-purpose": "The silence before the last line is four seconds. I counted it with my foot.",
        },
      },
      {
        key: "tides",
        title: "Moon, mud and crabs",
        subject: "science",
        asked: "Observe one place at three tides.",
        versions: [
          {
            ago: 9,
            text: "Low: 41 holes in a square meter, crabs in 6. Half: 38 holes, no crabs. High: I stood in it to the knee and felt them. I do not know how to write that down as a number yet.",
          },
        ],
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 219, percentile: 47, growth: [3, 5] },
      { area: "math", on: -56, notTestedBecause: "Away with the choir that week" },
    ],
    wall: [
      { section: "proud", piece: "hymn", note: "Play it first, then talk." },
      { section: "growth", piece: "tides" },
    ],
  },
  {
    key: "sofia",
    pieces: [
      {
        key: "harina",
        title: "Harina: una cuenta de la panadería de mi papá",
        subject: "math",
        language: "es",
        asked: "Use a linear model for something that costs money at home.",
        versions: [
          {
            ago: 24,
            text: "Cada kilo de harina da once panes. El horno cuesta lo mismo con cien panes que con trescientos, así que la recta no empieza en cero. Mi papá dice que pierde dinero los lunes. Según mi recta, pierde dinero los lunes y los martes, pero el martes viene la señora Ortiz y compra por gusto.",
          },
        ],
        reflections: {
          "how-i-know":
            "The intercept is the oven. When I understood that, the rest was only counting bread.",
        },
      },
    ],
    results: [
      { area: "language-arts", on: -57, score: 208, percentile: 26, growth: [8, 5] },
      { area: "math", on: -56, score: 239, percentile: 64, growth: [9, 7] },
    ],
  },
  {
    key: "jonas",
    pieces: [],
    results: [
      { area: "language-arts", on: -57, score: 226, percentile: 60, growth: [2, 4] },
      { area: "math", on: -56, score: 230, percentile: 48, growth: [3, 7] },
    ],
  },
];
