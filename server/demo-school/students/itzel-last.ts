import type { PastTold } from "../story.ts";

/** Itzel's conference of the season before: both homes came, and each promised something. */
export const itzelLast: PastTold = {
  when: [2, "17:40"],
  guests: [
    { who: "rosa", part: "guardian" },
    { who: "hector", part: "guardian", remote: true },
    { who: "lucia", part: "interpreter" },
  ],
  shows: [
    { section: "proud", piece: "count" },
    { section: "skill", piece: "stool" },
  ],
  goals: [
    {
      wording: "Read one book a month that nobody assigned.",
      category: "habit",
      measure: "A list with one sentence about each book.",
      due: -20,
      outcome: "met",
      outcomeNote: "Seven books. I stopped counting in August.",
      promises: [
        { side: "student", says: "Read twenty minutes on the bus home.", kept: "kept" },
        {
          side: "family",
          home: "rosa",
          says: "Llevarla a la biblioteca el primer sábado de cada mes.",
          who: "Rosa Duarte",
          language: "es",
          kept: "kept",
          because: "Fuimos seis sábados de seis. Ahora yo también saco libros.",
        },
        {
          side: "school",
          says: "Lend three books she would not choose herself.",
          who: "Mr. Okafor",
          kept: "kept",
          because: "She returned the third with notes in the margin.",
        },
      ],
    },
    {
      wording: "Present something I made to people outside school, once.",
      category: "long-term",
      measure: "A date, a place, and somebody who asked me a question.",
      due: -30,
      outcome: "met",
      outcomeNote: "The city water board. A man asked whether my probe was broken. I showed him page 31.",
      promises: [
        { side: "student", says: "Write to three places and ask.", kept: "kept" },
        {
          side: "family",
          home: "hector",
          says: "Manejar hasta donde sea.",
          who: "Héctor Navarro",
          language: "es",
        },
        {
          side: "school",
          says: "Find an adult at the water board who answers mail.",
          who: "Mr. Okafor",
          kept: "partly",
          because: "It took me until September. Itzel had written to them herself by then.",
        },
      ],
    },
    {
      wording: "Finish Algebra 1 with a C or better in both semesters.",
      category: "academic",
      measure: "Both report cards.",
      due: -150,
      promises: [
        { side: "student", says: "Hand in every assignment, also the bad ones." },
        { side: "school", says: "Tell her the same day when one is missing.", who: "Ms. Lindgren" },
      ],
    },
  ],
  record: {
    fields: {
      proud: "What the fields count. It is short and I did not explain it.",
      growth: "My stool. The first wedge split and I drew it again.",
      strengths: "I ask again. I explain to people older than me.",
      adviserStrengths:
        "Itzel checks a claim before she repeats it, and she says so when her own evidence is thin. Few adults do.",
      languageArtsNote: "She reads closely and slowly. Longer texts still tire her before the argument ends.",
      mathNote: "She understands the ideas and loses points where she skips written steps.",
      celebrations:
        "Rosa: she reads to her brother. Héctor: she fixed the kitchen shelf with my father’s tools.",
      concerns: "Saturdays are long: work, and then babysitting.",
    },
    questions: [
      {
        question: "Will the C in algebra stop college?",
        agreed: "No. A D would have to be repeated, a C does not.",
        owner: "Mr. Okafor",
      },
    ],
    needs: [
      {
        row: { need: "learning-gap", what: "Equations and fractions, from the spring test" },
        plan: "Office hours, one topic each week, with the quiz redone afterwards",
        reviewed: -4,
      },
    ],
    nextCheckIn: 12,
  },
  note: {
    from: "rosa",
    language: "es",
    says: "Mi amor: tu bisabuelo mandaba cordones porque no sabía escribir. Tú escribes por los dos. Estoy muy orgullosa de cómo hablaste, y de cómo esperaste a que yo terminara de llorar. Tu mamá",
  },
};
