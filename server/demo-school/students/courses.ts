import type { CourseTold, GradeTold } from "../story.ts";

type Said = readonly [grade: string, comment?: string];

/** A year's course that is done; a letter below C− counts for the diploma alone. */
export const done = (
  course: string,
  subject: CourseTold["subject"],
  grade: string,
  more: Partial<CourseTold> = {},
): CourseTold => ({ course, subject, grade, yearsAgo: 1, ...more });

/** A course that is under way: how it goes is told by its grade. */
export const now = (
  course: string,
  subject: CourseTold["subject"],
  said: Said | null,
  more: Partial<CourseTold> = {},
): CourseTold & { readonly said: Said | null } => ({ course, subject, said, ...more });

/** The grades of the courses that are under way. */
export const gradesOf = (courses: readonly (CourseTold & { said?: Said | null })[]): GradeTold[] =>
  courses.flatMap(({ course, subject, said }) =>
    said ? [{ course, subject, grade: said[0], comment: said[1] ?? "" }] : [],
  );

/** What most tenth graders of Calder Bay took in grade nine. */
export const ninthGrade = (
  english: string,
  algebra: string,
  physics: string,
  language: readonly [string, string],
  arts: readonly [string, string],
): CourseTold[] => [
  done("English 9", "english", english),
  done("Algebra 1", "math", algebra),
  done("Physics of the Universe", "science", physics),
  done(`${language[0]} 1`, "language", language[1]),
  done(arts[0], "arts", arts[1]),
  done("Physical Education 9", "health", "A"),
];
