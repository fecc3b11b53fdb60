import type { PieceTold } from "../story.ts";

/** What stands on Itzel's shelf, oldest first. */
export const itzelPieces: readonly PieceTold[] = [
  {
    key: "corner",
    title: "The corner of Ferry and 4th, at six in the morning",
    subject: "history",
    asked: "Describe one place in town so that somebody in a hundred years could draw it.",
    versions: [
      {
        ago: 380,
        text: "Two lamps, one of them works. The bakery has its door open but the sign says closed, and everybody knows. Four men wait for a truck. One of them is my uncle and we do not wave, because he is at work and I am at the bus. The barrier comes down at 6:08 for a train that nobody gets off.",
      },
    ],
    reflections: {
      "whose-voice":
        "Mine. I should have asked the men what they call this corner. I did it afterwards: they call it “la sala”.",
    },
  },
  {
    key: "stool",
    title: "Stool for a small kitchen",
    subject: "other",
    asked: "Design one thing somebody at home needs. Draw it so that a stranger could build it.",
    versions: [
      {
        ago: 196,
        file: "stool.webp",
        shows: "Technical drawing of a wooden stool, front, side and top, with measures in millimeters.",
      },
    ],
    reflections: {
      "asked-and-made":
        "My abuela cannot reach the second shelf. I was asked for a drawing and I made a drawing and then the stool, because I did not believe my own wedge.",
      proof:
        "The dashed lines in the top view. They are the tenons you cannot see from outside, and they are what holds.",
    },
  },
  {
    key: "count",
    title: "What the fields count",
    subject: "english",
    asked: "A poem that repeats one word and lets it change its meaning.",
    versions: [
      {
        ago: 204,
        text: "They count the rows.\nThey count the men before they count the rows.\nMy great-grandfather counted letters\nhe could not count on anyone to read.\n\nI count the bus stops.\nI count on the bus, which does not count on me.\nMy mother counts hours,\nthen counts them again in the other language.\n\nWhen the teacher says every voice counts\nI want to ask: up to what number.",
      },
    ],
    reflections: {
      "sounds-like-me":
        "The last one. I tried four endings that were nicer, and then I asked what I wanted to ask.",
    },
  },
  {
    key: "buses",
    title: "Start the buses after sunrise",
    subject: "english",
    asked: "Write an opinion piece for a real paper. Use evidence a reader can check.",
    versions: [
      {
        ago: 74,
        stage: "draft",
        text: "My bus comes at 6:10. It is dark and it is not fair. Everybody knows that teenagers need sleep, and the school should know it too. Science says so. The board should start the buses later because students are tired and tired students do not learn.",
      },
      {
        ago: 59,
        file: "oped.webp",
        shows: "Newspaper page of the Calder Bay Courier: “Start the buses after sunrise”, two columns.",
      },
    ],
    reflections: {
      "draft-to-final":
        "The draft said “science says so”. Mr. Okafor asked me which science, on which bus. So I asked sixty-two people what time their bus comes and asked the office for first-period grades without names. Then I did not need the word fair.",
      proof: "“It is the same teacher, the same book and the same test, only a different amount of dark.”",
    },
  },
  {
    key: "abuela",
    title: "Doce minutos con mi abuela",
    subject: "language",
    language: "es",
    asked: "Entrevista a alguien mayor que tú y edita el audio a doce minutos.",
    versions: [
      {
        ago: 51,
        file: "audio.webp",
        shows: "Portada del audio: “Doce minutos con mi abuela, entrevista sobre el mercado de Jerez, 1968”.",
      },
    ],
    reflections: {
      "can-say-now":
        "Puedo preguntar y luego callarme. Antes llenaba los silencios, y en los silencios estaba lo mejor.",
    },
  },
  {
    key: "letters",
    title: "The letters my great-grandfather could not write himself",
    subject: "history",
    asked: "Choose a source from your own family. Say what a historian may and may not conclude from it.",
    versions: [{ ago: 44, file: "letters.pdf", shows: "Essay of two pages about forty-one family letters." }],
    reflections: {
      "whose-voice":
        "Tacho’s, mostly. My great-grandfather’s voice is in what came along with the letters. I found it by asking what nobody was paid to write.",
      proof:
        "The paragraph about washing the string. I could have left the four percent out and nobody would know.",
    },
  },
  {
    key: "stops",
    title: "Who is nearest to which stop?",
    subject: "math",
    asked: "Use a construction from this unit on a map of a place you know.",
    versions: [
      {
        ago: 27,
        stage: "draft",
        file: "busstop.webp",
        shows: "Map of eleven bus stops with perpendicular bisectors; one region is shaded orange.",
      },
    ],
  },
  {
    key: "creek",
    title: "The creek that stops breathing at night",
    subject: "science",
    asked:
      "Find out whether one claim about water in our town is true. Measure it more than once, show the numbers, say what you are not sure of.",
    versions: [
      {
        ago: 54,
        stage: "draft",
        file: "creek-draft.webp",
        shows: "Handwritten lab report with a bar chart; a teacher circled “at lunch” in red.",
      },
      {
        ago: 31,
        file: "creek.webp",
        shows:
          "Poster: dissolved oxygen at six sites, healthy at 3 pm, too low for fish at 5 am at two of them.",
      },
    ],
    reflections: {
      "asked-and-made":
        "I was asked to check one claim. I picked “Alder Creek is healthy” because the city says so on its website. I made fourteen days of measurements and one poster.",
      "draft-to-final":
        "At first I only measured at lunch, so every site looked healthy. Ms. Adeyemi wrote when do fish sleep? and I",
    },
  },
  {
    key: "readings",
    title: "Alder Creek, all 168 readings",
    subject: "science",
    asked: "Publish the data behind your poster.",
    versions: [{ ago: 29, link: "https://data.calderbay.example/alder-creek-readings" }],
  },
  {
    key: "cranes",
    title: "Cranes, Pier 9",
    subject: "arts",
    asked: "A linocut in at most three colors. The water must be made by what you leave.",
    versions: [
      {
        ago: 24,
        file: "linocut.webp",
        shows: "Linocut of two harbor cranes before a red sun, the water cut in short lines.",
      },
    ],
    reflections: {
      "on-purpose":
        "The sun is behind the cranes and not beside them. My first plate had it beside, and it looked like a postcard of two different places.",
      proof:
        "The water. I cut 200 lines the same way and it looked like hair. Mr. Visser said water is drawn by what you do not cut.",
    },
  },
];
