import type { Course, ShortCourse, Term } from "./transcript.contract.ts";

const terms: readonly Term[] = ["year", "fall", "spring", "summer"];

/**
 * The courses tried that do not count, as far as no later try makes up for them.
 * A later try is the same course in another year or in the summer: the spring half of a course is no second try of its fall.
 */
export function listNotMadeUp(
  courses: readonly Course[],
  counts: (course: Course) => boolean,
  creditsAUnit: number,
): ShortCourse[] {
  const inOrder = [...courses].sort(
    (a, b) => a.schoolYear.localeCompare(b.schoolYear) || terms.indexOf(a.term) - terms.indexOf(b.term),
  );
  const open: (ShortCourse & { name: string; credits: number })[] = [];
  for (const course of inOrder) {
    const name = nameOf(course.course);
    if (counts(course) || course.state === "in-progress") {
      let left = course.attempted;
      for (const tried of open) {
        if (tried.name !== name || !isLater(course, tried)) continue;
        const madeUp = Math.min(left, tried.credits);
        tried.credits -= madeUp;
        left -= madeUp;
      }
    } else {
      const { schoolYear, term, grade } = course;
      open.push({
        name,
        course: course.course,
        schoolYear,
        term,
        grade,
        amount: 0,
        credits: course.attempted,
      });
    }
  }
  return open
    .filter(({ credits }) => credits > 0)
    .map(({ name: _, credits, ...short }) => ({ ...short, amount: credits / creditsAUnit }));
}

const nameOf = (course: string): string => course.trim().toLowerCase().replaceAll(/\s+/g, " ");

const isLater = (course: Course, tried: ShortCourse): boolean =>
  course.schoolYear > tried.schoolYear || (course.term === "summer" && tried.term !== "summer");
