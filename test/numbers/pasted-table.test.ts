import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addCourse, addGrade } from "#test/support/numbers.ts";
import { addStaff, addStudent, addToCaseload, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import { listResults } from "#web/assessments/result.api.ts";
import { listChanges } from "#web/audit/audit.api.ts";
import { previewNumbers, writeNumbers, type NumberKind } from "#web/numbers/numbers.api.ts";
import { readTranscript } from "#web/transcripts/transcript.api.ts";

const lectern = useLectern();

/** Itzel and 29 others on the caseload of Mr. Ortiz; Kofi is not. */
async function aCaseload(count = 30) {
  const story = await aStudentWithAdviser(lectern.db);
  const mrOrtiz = await addStaff(story.school, "Samuel Ortiz", ["counsellor"]);
  const msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
  const students: Person[] = [story.itzel];
  for (let each = 1; each < count; each++)
    students.push(await addStudent(story.school, `Student Number${each}`));
  for (const each of students) await addToCaseload(story.school, mrOrtiz, each, "counsellor");
  return {
    ...story,
    mrOrtiz,
    msEze,
    students,
    numbers: await numbersOf(students),
    kofiNumber: (await numbersOf([story.kofi]))[0]!,
  };
}

async function numbersOf(students: readonly Person[]): Promise<string[]> {
  const rows = await lectern.db
    .selectFrom("student")
    .select(["personId", "studentNumber"])
    .where(
      "personId",
      "in",
      students.map(({ personId }) => personId),
    )
    .execute();
  return students.map(({ personId }) => rows.find((row) => row.personId === personId)!.studentNumber);
}

/** Looks and adds, as a person does who likes what she sees. */
async function addAll(person: Person, kind: NumberKind, text: string) {
  const { rows, digest } = await lectern.as(person, () => previewNumbers({ kind, text }));
  return { rows, digest, ...(await lectern.as(person, () => writeNumbers({ kind, text, digest }))) };
}

const gradesOf = async (reader: Person, { personId }: Person) =>
  (await lectern.as(reader, () => readTranscript(personId))).grades.map(
    ({ course, grade, comment, asOf }) => [course, grade, comment, asOf],
  );

const map = "Student ID\tTest\tArea\tTerm\tTest date\tRIT\tPercentile\tGrowth";

test("a counsellor pastes thirty results: two are wrong, one is there already, nothing is lost", async () => {
  const { mrOrtiz, msEze, itzel, numbers, kofiNumber } = await aCaseload();
  const line = (number: string, score = "221") =>
    `${number}\tmap growth\tMath\tFall 2026\t9/14/2026\t${score}\t49\t8`;
  await addAll(mrOrtiz, "results", [map, line(numbers[0]!)].join("\n"));

  const text = [
    map,
    ...numbers.slice(0, 28).map((each) => line(each)),
    line(numbers[28]!, "22o"),
    line(kofiNumber),
  ].join("\n");
  const { rows, digest } = await lectern.as(mrOrtiz, () => previewNumbers({ kind: "results", text }));
  expect(rows.map(({ outcome }) => outcome)).toEqual([
    "same",
    ...Array<string>(27).fill("add"),
    "refused",
    "refused",
  ]);
  expect(
    rows.slice(-2).map(({ line, student, reason, column, cell }) => [line, student, reason, column, cell]),
  ).toEqual([
    [30, null, "unreadable", "score", "22o"],
    [31, null, "unknown-student", "number", kofiNumber],
  ]);
  expect((await lectern.as(mrOrtiz, () => listResults(itzel.personId))).results).toMatchObject([
    {
      test: "MAP Growth",
      area: "math",
      window: "fall",
      schoolYear: "2026–27",
      score: 221,
      band: "Average",
      cutTable: "map-growth 2025",
      grade: 10,
      takenOn: "2026-09-14",
    },
  ]);

  const write = () => lectern.as(mrOrtiz, () => writeNumbers({ kind: "results", text, digest }));
  expect(await write()).toEqual({ added: 27, changed: 0 });
  expect(await write()).toEqual({ added: 0, changed: 0 });
  const { changes } = await lectern.as(msEze, () => listChanges(itzel.personId));
  expect(changes).toMatchObject([
    {
      by: "Samuel Ortiz",
      kind: "result",
      subject: "MAP Growth, math, 2026–27, fall",
      old: null,
      new: { score: 221, percentile: 49 },
    },
  ]);
});

test("a corrected score is seen beside the old one, and what belonged to the old one goes with it", async () => {
  const { mrOrtiz, msEze, itzel, numbers } = await aCaseload(1);
  await addAll(mrOrtiz, "results", `${map}\n${numbers[0]}\tStar\tELA\tFall 2026\t2026-09-14\t940\t9\t12`);
  const { rows, changed } = await addAll(
    mrOrtiz,
    "results",
    `estudiante;prueba;materia;periodo;año escolar;puntaje;percentil\n"Navarro Duarte, Itzel";STAR;Lengua;Otoño;2026-2027;961,5;30`,
  );
  expect(changed).toBe(1);
  expect(rows[0]!.values).toEqual([
    { field: "score", old: 940, new: 961.5 },
    { field: "percentile", old: 9, new: 30 },
    { field: "band", old: "Urgent intervention", new: "On watch" },
    { field: "growth", old: 12, new: null },
  ]);
  const { changes } = await lectern.as(msEze, () => listChanges(itzel.personId));
  expect(changes[0]).toMatchObject({ old: { score: 940, growth: 12 }, new: { score: 961.5, growth: null } });
});

test("what changed between looking and adding is not written over", async () => {
  const { mrOrtiz, msEze, itzel, numbers } = await aCaseload(1);
  const table = (grade: string) =>
    `number,course,subject,grade,as of\n${numbers[0]},Geometry,math,${grade},11/11/2026`;
  const text = table("B");
  const { digest } = await lectern.as(mrOrtiz, () => previewNumbers({ kind: "grades", text }));
  await addAll(msEze, "grades", table("A"));
  await expect(
    lectern.as(mrOrtiz, () => writeNumbers({ kind: "grades", text, digest })),
  ).rejects.toMatchObject({ status: 409, code: "numbers-changed" });
  expect(await gradesOf(mrOrtiz, itzel)).toEqual([["Geometry", "A", "", "2026-11-11T08:00:00.000Z"]]);
});

test("two who add the same table at once write it once", async () => {
  const { mrOrtiz, msEze, itzel, numbers } = await aCaseload(1);
  const text = `number,course,subject,grade\n${numbers[0]},Geometry,math,B`;
  const { digest } = await lectern.as(mrOrtiz, () => previewNumbers({ kind: "grades", text }));
  const both = await Promise.all(
    [mrOrtiz, msEze].map((who) => lectern.as(who, () => writeNumbers({ kind: "grades", text, digest }))),
  );
  expect(both.map(({ added }) => added).sort()).toEqual([0, 1]);
  expect(await gradesOf(mrOrtiz, itzel)).toHaveLength(1);
});

test("a grade keeps its moment; an older one, a future one and one without a course are refused", async () => {
  const { mrOrtiz, itzel, numbers } = await aCaseload(1);
  await addGrade(lectern.db, itzel);
  const row = (course: string, grade: string, asOf: string) =>
    `${numbers[0]},${course},math,${grade},${asOf},"Two quizzes, one talk"`;
  const { rows } = await addAll(
    mrOrtiz,
    "grades",
    [
      "Student number,Course,Subject,Grade,As of,Comment",
      row("Geometry", "B", "2026-11-12 3:40 pm"),
      row("Algebra", "C", "11/30/2026"),
      row("", "C", "11/9/2026"),
    ].join("\n"),
  );
  expect(rows.map(({ outcome, reason, column }) => [outcome, reason, column])).toEqual([
    ["change", null, null],
    ["refused", "in-the-future", "asOf"],
    ["refused", "missing", "course"],
  ]);
  expect(await gradesOf(mrOrtiz, itzel)).toEqual([
    ["Geometry", "B", "Two quizzes, one talk", "2026-11-12T23:40:00.000Z"],
  ]);
  const older = await addAll(
    mrOrtiz,
    "grades",
    `number,course,grade,as of\n${numbers[0]},Geometry,A,11/1/2026`,
  );
  expect(older.rows[0]).toMatchObject({ outcome: "refused", reason: "older" });
});

test("credits of another school come in, and a course that was failed is made good", async () => {
  const { msEze, itzel, numbers } = await aCaseload(1);
  await addCourse(lectern.db, itzel, {
    course: "Algebra I",
    subject: "math",
    term: "spring",
    attempted: 5,
    state: "failed",
  });
  const head =
    "Número\tCurso\tMateria\tAño escolar\tSemestre\tCréditos intentados\tCréditos obtenidos\tNota\tOtra escuela";
  const { added, changed, rows } = await addAll(
    msEze,
    "credits",
    [
      head,
      `${numbers[0]}\tAlgebra I\tMatemáticas\t2025-26\tS2\t5\t5\tC\t`,
      `${numbers[0]}\tHistoria de México\tHistoria\t2024-25\t\t10\t10\t90\tSecundaria 14`,
      `${numbers[0]}\tArte\tArtes\t2024-25\t\t5\t10\tA\t`,
    ].join("\n"),
  );
  expect([added, changed, rows[2]!.reason]).toEqual([1, 1, "earned-too-many"]);
  const { courses } = await lectern.as(msEze, () => readTranscript(itzel.personId));
  expect(courses).toMatchObject([
    {
      course: "Historia de México",
      term: "year",
      earned: 10,
      state: "earned",
      externalSchool: "Secundaria 14",
    },
    { course: "Algebra I", term: "spring", earned: 5, grade: "C", state: "earned" },
  ]);
});

test("a table without headings, without rows or with too many is refused as a whole", async () => {
  const { msEze } = await aCaseload(1);
  const codeOf = (text: string) =>
    lectern
      .as(msEze, () => previewNumbers({ kind: "grades", text }))
      .catch((problem: unknown) => (problem as { code: string }).code);
  expect(await codeOf("Itzel,Geometry,B")).toBe("no-headings");
  expect(await codeOf("student,course,grade")).toBe("no-rows");
  expect(await codeOf(`student,course,grade\n${"Itzel,Geometry,B\n".repeat(1_001)}`)).toBe("too-many-rows");
});

test("the year of the norms comes with a percentile, and goes with the score it belonged to", async () => {
  const { mrOrtiz, msEze, itzel, numbers } = await aCaseload(1);
  const head = "Student ID\tTest\tArea\tTest date\tRIT\tPercentile\tNorm year";
  const line = `${numbers[0]}\tMAP Growth\tMath\t9/14/2026\t221\t49`;
  await addAll(mrOrtiz, "results", `${head}\n${line}\t2025`);
  const normsOf = async () => {
    const { results } = await lectern.as(msEze, () => listResults(itzel.personId));
    return results.map(({ normYear }) => normYear);
  };
  expect(await normsOf()).toEqual([2025]);
  const { rows } = await addAll(mrOrtiz, "results", `${head}\n${line.replace("221\t49", "224\t52")}\t`);
  expect(rows[0]?.values).toContainEqual({ field: "normYear", old: 2025, new: null });
  expect(await normsOf()).toEqual([null]);
  const wrong = await lectern.as(mrOrtiz, () =>
    previewNumbers({ kind: "results", text: `${head}\n${line}\t25` }),
  );
  expect(wrong.rows[0]).toMatchObject({ reason: "unreadable", column: "normYear", cell: "25" });
});
