import type { NumberKind } from "./numbers.contract.ts";

/** Headings as schools and test makers write them in English and Spanish, without accents, spaces and signs. */
const everywhere: Record<string, string> = {
  number:
    "studentnumber studentid studentno number id localid numero numerodealumno numerodeestudiante matricula",
  student: "student name studentname fullname nombre nombrecompleto nombredelalumno alumno alumna estudiante",
  givenName: "firstname givenname studentfirstname nombredepila primernombre",
  familyName: "lastname familyname surname studentlastname apellido apellidos",
  schoolYear: "schoolyear year academicyear ano anoescolar cicloescolar cursoescolar",
};

const course = {
  course: "course coursename coursetitle class curso clase",
  subject: "subject area department materia asignatura departamento",
};

const byKind: Record<NumberKind, Record<string, string>> = {
  results: {
    test: "test testname assessment prueba examen evaluacion",
    area: "area subject discipline materia asignatura",
    window: "window testwindow term termname season ventana periodo temporada",
    takenOn: "date testdate takenon teststartdate fecha fechadelaprueba",
    grade: "grade gradelevel grado",
    score: "score rit ritscore testritscore scalescore scaledscore puntaje puntuacion",
    standardError: "standarderror sem teststandarderror errorestandar",
    percentile: "percentile testpercentile percentil",
    normYear: "norms normreferenceyear normativeyear yearofnorms normas anodenormas anodelasnormas",
    growth: "growth observedgrowth crecimiento",
    growthExpected: "expectedgrowth growthexpected projectedgrowth typicalgrowth crecimientoesperado",
    notTestedBecause: "nottestedbecause nottested reason motivo sinpruebaporque",
  },
  grades: {
    ...course,
    grade: "grade currentgrade mark nota calificacion",
    comment: "comment comments teachercomment comentario comentarios",
    asOf: "asof date updated fecha datosdel",
  },
  credits: {
    ...course,
    term: "term semester period periodo semestre",
    attempted:
      "attempted creditsattempted creditattempted credits creditosintentados creditosposibles creditos",
    earned: "earned creditsearned creditearned creditosobtenidos creditosganados",
    grade: "grade finalgrade mark nota calificacion",
    state: "state status estado",
    onCollegeList: "ag onaglist collegelist universitylist universidad",
    externalSchool: "externalschool otherschool school escuelaexterna otraescuela escuela",
  },
};

/** Text without accents, capitals, spaces and signs. */
export const loose = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, "");

/** For each heading the field it names; null where nobody knows it, or it is there a second time. */
export function columnsOf(kind: NumberKind, headings: readonly string[]): (string | null)[] {
  const known = Object.entries({ ...everywhere, ...byKind[kind] });
  const found = headings.map(
    (heading) =>
      known.find(
        ([field, names]) => loose(field) === loose(heading) || names.split(" ").includes(loose(heading)),
      )?.[0] ?? null,
  );
  return found.map((field, at) => (found.indexOf(field) === at ? field : null));
}
