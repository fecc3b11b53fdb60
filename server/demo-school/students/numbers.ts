import type { CastKey } from "../cast.ts";
import type { CourseTold, GradeTold } from "../story.ts";
import { done, gradesOf, ninthGrade, now } from "./courses.ts";

const here = { college: false } as const;

const itzel = [
  now("English 10", "english", ["A−", "Op-ed printed in the Courier"]),
  now("Geometry", "math", ["C−", "Two quizzes under 60 %"]),
  now("Biology", "science", ["B", "Careful measurements, every time"]),
  now("World History", "history", ["A", "Asks whose sentence it is"]),
  now("Spanish 2", "language", ["A", "Her interview could go into an archive"]),
  now("Woodworking", "elective", ["B+", "Joints improve weekly"], here),
];
const kofi = [
  now("English 10", "english", ["B", "Finds his voice when he runs out of time"]),
  now("Algebra 2", "math", ["A−", "Explains it to the table"]),
  now("Biology", "science", ["B+", ""]),
  now("World History", "history", ["B", ""]),
  now("French 2", "language", ["B", ""]),
  now("Physical Education 10", "health", ["A", "Leads the warm-up"], here),
];
const minh = [
  now("English 10", "english", ["A−", "Reads twice, then speaks"]),
  now("Algebra 2", "math", ["A", "Asks for the harder one"]),
  now("Chemistry", "science", ["A", ""]),
  now("World History", "history", ["B+", ""]),
  now("Spanish 2", "language", ["A", ""]),
  now("Ceramics", "arts", ["A", ""]),
];
const wren = [
  now("English 10", "english", ["A", "A zine I would pay for"]),
  now("Geometry", "math", ["B−", "Two weeks of work to catch up on"]),
  now("Biology", "science", ["A", ""]),
  now("World History", "history", ["B", ""]),
  now("Spanish 2", "language", ["B", ""]),
  now("Stagecraft", "arts", ["A", ""]),
];
const theo = [
  now("English 10", "english", ["C", "Good when he is here"]),
  now("Geometry", "math", ["D+", "Four works missing"]),
  now("Biology", "science", ["C−", ""]),
  now("World History", "history", ["C", ""]),
  now("Woodworking", "elective", ["A", "First at the bench"], here),
];
const layla = [
  now("English Language Development 1", "english", ["B", "A new word every day, and she uses it"]),
  now("Geometry", "math", ["A", "Ahead of us; she checks my proofs"]),
  now("Biology", "science", ["B+", ""]),
  now("World History", "history", null),
  now("Drawing 1", "arts", ["A", ""]),
  now("Physical Education 10", "health", ["A", ""], here),
];
const noor = [
  now("English 12", "english", ["A", ""]),
  now("Statistics", "math", ["B", ""]),
  now("Government", "history", ["A−", "Corrects the textbook, politely"]),
  now("Medical Careers", "elective", ["A", ""]),
  now("Ceramics", "arts", ["B+", ""]),
];
const emiliano = [
  now("English 7", "english", ["B", "Writes as he talks: keep that"]),
  now("Math 7", "math", ["B+", ""]),
  now("Science 7", "science", ["A", "Honest about what he does not know"]),
];

const tripoli = { from: "Tripoli Evangelical School, Lebanon" } as const;
const before = (yearsAgo: number) => ({ yearsAgo }) as const;

/** What the school's records say of everybody's courses; figures and comments are invented. */
export const numbers: Partial<
  Record<CastKey, { courses: readonly CourseTold[]; grades: readonly GradeTold[] }>
> = {
  itzel: told(itzel, [
    done("English 9", "english", "A−"),
    done("Algebra 1", "math", "C", { term: "fall" }),
    done("Algebra 1", "math", "D", { term: "spring" }),
    done("Physics of the Universe", "science", "B"),
    done("Spanish 1", "language", "A"),
    done("Printmaking", "arts", "A"),
    done("Physical Education 9", "health", "B", { term: "fall", ...here }),
    done("Physical Education 9", "health", "F", { term: "spring", ...here }),
  ]),
  kofi: told(kofi, ninthGrade("B", "A−", "B", ["French", "B"], ["Band", "A"])),
  minh: told(minh, ninthGrade("A−", "A", "A", ["Spanish", "A"], ["Printmaking", "A−"])),
  wren: told(wren, ninthGrade("A", "B", "A−", ["Spanish", "B"], ["Theater", "A"])),
  theo: told(theo, [
    done("English 9", "english", "F", { term: "fall" }),
    done("English 9", "english", "D", { term: "spring" }),
    done("Algebra 1", "math", "C−"),
    done("Physics of the Universe", "science", "D+"),
    done("Printmaking", "arts", "B"),
    done("Physical Education 9", "health", "B", here),
  ]),
  layla: told(layla, [
    done("Mathematics, grade 9", "math", "17/20", tripoli),
    done("Physics and chemistry, grade 9", "science", "15/20", tripoli),
    done("Arabic literature", "language", "18/20", tripoli),
    done("French, grade 9", "language", "14/20", tripoli),
    done("History and geography", "history", "15/20", tripoli),
  ]),
  noor: told(noor, [
    ...ninthGrade("A−", "B", "B", ["French", "A"], ["Drawing 1", "A"]).map((each) => ({
      ...each,
      yearsAgo: 3,
    })),
    done("English 10", "english", "A", before(2)),
    done("Geometry", "math", "B", before(2)),
    done("Biology", "science", "B+", before(2)),
    done("World History", "history", "A", before(2)),
    done("French 2", "language", "A", before(2)),
    done("Health", "health", "A", { ...before(2), ...here }),
    done("English 11", "english", "A"),
    done("Algebra 2", "math", "B−"),
    done("Chemistry", "science", "B"),
    done("US History", "history", "A"),
    done("French 3", "language", "A−"),
    done("Child Development", "elective", "A"),
  ]),
  emiliano: { courses: [], grades: gradesOf(emiliano) },
};

const letters = ["A", "A−", "B+", "B", "B−", "C+"] as const;

/** What a classmate took whose courses are not told one by one; `which` varies the letters. */
export function usualNumbers(grade: number, which: number) {
  const letter = (at: number): string => letters[(which + at * at) % letters.length] ?? "B";
  const finished = ninthGrade(letter(0), letter(1), letter(2), ["Spanish", letter(3)], ["Drawing 1", "A"]);
  if (grade < 11) return told(tenth(letter), finished);
  return told(twelfth(letter), [
    ...finished.map((each) => ({ ...each, yearsAgo: 3 })),
    ...tenth(letter).map(({ said, ...each }) => ({ ...each, ...before(2), ...(said && { grade: said[0] }) })),
    done("English 11", "english", letter(4)),
    done("Algebra 2", "math", letter(2)),
    done("Chemistry", "science", letter(5)),
    done("US History", "history", letter(1)),
    done("Physical Education 11", "health", "A", here),
    done("Digital Photography", "elective", letter(3)),
  ]);
}

const tenth = (letter: (at: number) => string) => [
  now("English 10", "english", [letter(2)]),
  now("Geometry", "math", [letter(3)]),
  now("Biology", "science", [letter(1)]),
  now("World History", "history", [letter(4)]),
  now("Spanish 2", "language", [letter(5)]),
  now("Woodworking", "elective", ["A"], here),
];

const twelfth = (letter: (at: number) => string) => [
  now("English 12", "english", [letter(1)]),
  now("Statistics", "math", [letter(4)]),
  now("Government and Economics", "history", [letter(2)]),
  now("Marine Science", "science", [letter(3)]),
  now("Career Pathways", "elective", ["A"], here),
];

function told(under: ReturnType<typeof now>[], finished: CourseTold[]) {
  return {
    courses: [...finished, ...under.map(({ said: _, ...course }) => course)],
    grades: gradesOf(under),
  };
}
