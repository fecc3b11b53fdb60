import type { StudentTold } from "../story.ts";
import { minhEarlier } from "./minh-earlier.ts";

/** Ready: everything chosen, thought about and rehearsed. */
export const minh: StudentTold = {
  key: "minh",
  pieces: [
    {
      key: "clock",
      title: "A sundial for a window that looks north",
      subject: "math",
      asked: "Build an instrument that measures something, and say how wrong it is.",
      versions: [
        {
          ago: 375,
          text: "Our window looks north, so the sun does not come in. I put a mirror on the fire escape and the light walks across the ceiling instead. I marked it every hour for nine days. It is right to within six minutes, and upside down: the morning is on the left because the mirror turns it.",
        },
      ],
      reflections: {
        "how-i-know":
          "I turned the mirror by one degree and the marks moved by two. Then I knew it was doubling my mistakes.",
      },
    },
    {
      key: "sister",
      title: "Notes for my sister, who starts here next year",
      subject: "english",
      asked: "Write for one reader you know.",
      versions: [
        {
          ago: 207,
          text: "The stairs by the gym are faster. The soup on Wednesdays is not soup. If Ms. Lindgren says “interesting”, look at your second line again. You may say your name the way we say it at home; wait until they repeat it. Most of them want to.",
        },
      ],
      reflections: { "sounds-like-me": "“Wait until they repeat it.” I did not know I had learned that." },
    },
    {
      key: "tiles",
      title: "Sixteen tiles, four turns",
      subject: "math",
      asked: "Make a pattern whose symmetry you can prove.",
      versions: [
        {
          ago: 21,
          file: "sixteen-tiles.jpg",
          shows: "Photograph of sixteen glazed tiles, each a quarter turned against its neighbor.",
        },
      ],
      reflections: {
        "how-i-know":
          "I turned a tracing of the wall by 90 degrees and it fit only once. Then I proved why: the second row starts two turns later.",
        "hard-part": "Glaze runs. I had to choose a pattern that is still true when the edges are not.",
      },
    },
    {
      key: "soup",
      title: "Bún bò, như bà ngoại nấu",
      subject: "language",
      language: "vi",
      asked: "Viết một công thức bằng tiếng mẹ đẻ cho người chưa từng ăn món này.",
      versions: [
        {
          ago: 40,
          text: "Bà ngoại không bao giờ đong. Bà nếm, rồi bà nhìn ra cửa sổ, rồi bà nếm lại. Tôi ghi: “sả, khoảng một buổi sáng”. Nước phải trong. Muốn trong thì đừng vội. Ai vội thì ăn phở.",
        },
      ],
      reflections: {
        "can-say-now":
          "I can write “don’t hurry” in Vietnamese so that it sounds like her and not like a sign.",
      },
    },
    {
      key: "tide",
      title: "Why the tide table is wrong at our dock",
      subject: "science",
      asked: "Compare a published number with your own.",
      versions: [
        {
          ago: 26,
          text: "The table says high water comes at the harbor mouth and at our dock together. For nine days I marked a post. At our dock it is 23 minutes later, plus or minus 4. The water has to walk up the channel first. Fishermen know this. The table does not, because nobody measures behind the cannery.",
        },
      ],
      reflections: { "not-sure-yet": "Whether it is 23 minutes in winter, too. I only have September." },
    },
    {
      key: "market",
      title: "One morning, four prices for rice",
      subject: "history",
      asked: "Follow one thing that is sold in this town.",
      versions: [
        {
          ago: 15,
          text: "The same sack costs $31 at the wholesaler, $38 at Mrs. Phan’s, $44 at the supermarket and nothing at the church on Fridays. I asked each of them who sets the price. All four said: the others.",
        },
      ],
      reflections: {
        "whose-voice": "Four sellers. The person who grew it is not in it and I do not know how to ask.",
      },
    },
    {
      key: "stage",
      title: "Light plan for “Our Town”",
      subject: "arts",
      asked: "Design one scene so that nobody notices the design.",
      versions: [{ ago: 34, link: "https://stage.calderbay.example/our-town-light-plan" }],
      reflections: {
        "on-purpose": "The cemetery scene is the brightest one. They are the only ones who see everything.",
      },
    },
  ],
  results: [
    { area: "language-arts", on: -420, score: 219, percentile: 48 },
    { area: "language-arts", on: -57, score: 224, percentile: 57, growth: [5, 5] },
    { area: "math", on: -419, score: 240, percentile: 72 },
    { area: "math", on: -56, score: 249, percentile: 81, growth: [9, 7] },
  ],
  wall: [
    { section: "proud", piece: "tiles", note: "Hold up the tracing." },
    { section: "proud", piece: "soup", note: "Đọc câu cuối bằng tiếng Việt trước." },
    { section: "growth", piece: "tide" },
    { section: "growth", piece: "market" },
    { section: "skill", piece: "stage", note: "Claim: I can hide the work." },
    { section: "skill", piece: "sister" },
  ],
  goals: [
    {
      wording: "Take Precalculus in the summer so that Calculus fits before I graduate.",
      category: "academic",
      measure: "A seat by March and a B by August.",
      due: 110,
      promises: [
        { side: "student", says: "Do the placement test before winter break.", who: "Minh Anh" },
        { side: "family", home: "hoa", says: "Drive her in July.", who: "Lê Thị Hoa" },
        { side: "school", says: "Write the recommendation by 1 February.", who: "Ms. Lindgren" },
      ],
    },
    {
      wording: "Ask the person who grew the rice.",
      category: "long-term",
      measure: "One conversation, in the spring portfolio.",
      due: 120,
      promises: [
        { side: "student", says: "Write to two farms in Yolo County.", who: "Minh Anh" },
        { side: "school", says: "Find the cooperative’s address.", who: "Mr. Okafor" },
      ],
    },
  ],
  earlier: minhEarlier,
  last: {
    when: [3, "18:15"],
    guests: [{ who: "hoa", part: "guardian" }],
    shows: [{ section: "proud", piece: "sister" }],
    goals: [
      {
        wording: "Say what I think in a group before I am asked.",
        category: "habit",
        measure: "Once a day, in any class.",
        due: -40,
        outcome: "partly",
        outcomeNote: "In math yes. In English I still wait.",
        promises: [
          {
            side: "student",
            says: "Speak in the first ten minutes, then it is done.",
            kept: "partly",
            because: "In math.",
          },
          {
            side: "family",
            home: "hoa",
            says: "Let her order for the family, in English.",
            who: "Lê Thị Hoa",
            kept: "kept",
            because: "She also sends it back when it is cold.",
          },
          {
            side: "school",
            says: "Wait longer after a question.",
            who: "Mr. Okafor",
            kept: "kept",
            because: "I count to seven.",
          },
        ],
      },
    ],
    record: {
      fields: {
        proud: "The notes for my sister.",
        strengths: "I see patterns early.",
        adviserStrengths: "Minh Anh is exact without being stiff, and kind without being vague.",
        languageArtsNote: "Reads above the middle of her grade and writes better than she believes.",
        mathNote: "Far ahead of the course. The question is what comes after it.",
        celebrations: "She teaches her grandmother to read bus signs.",
      },
      nextCheckIn: 20,
    },
  },
};
