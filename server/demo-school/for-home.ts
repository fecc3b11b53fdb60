import { changeClassGuide } from "#server/at-home/change-class-guide.ts";
import { keepResource } from "#server/at-home/keep-resource.ts";
import type { Telling } from "./telling.ts";

/** What Mr. Okafor hands families again and again. */
export const okaforsResources = [
  {
    title: "Homework room",
    about: "A quiet table and a tutor who speaks Spanish",
    address: "Library, Monday to Thursday, 3:10 to 5:00",
    language: "en",
  },
  {
    title: "Calder Bay Public Library, maker room",
    about: "3D printer, sewing machines, free for students",
    address: "40 Harbor Street, Saturdays",
    language: "en",
  },
  {
    title: "Counselor’s office hours",
    about: "Courses, college costs, anything that worries you",
    address: "(555) 555-0142, ask for Ms. Lindgren",
    language: "en",
  },
] as const;

const guide = {
  en: "On Mondays each class shows what the week is for. Work is drafted, gets feedback, and is revised: the grade is for what it becomes, not for the first try. Grades are updated every Friday. Late work counts until the unit ends. To ask about a class, write to its teacher; for everything else, to the adviser.",
  es: "Los lunes cada clase dice para qué es la semana. Los trabajos tienen borrador, comentarios y revisión: la calificación es por lo que llegan a ser, no por el primer intento. Las calificaciones se actualizan los viernes. Lo entregado tarde cuenta hasta que termina la unidad. Para preguntar por una clase, escriba a su maestra o maestro; para todo lo demás, al asesor.",
} as const;

/** What the school says of its classes, and the adviser's list. */
export async function tellForHome(telling: Telling): Promise<void> {
  const { tx, schoolId, calendar } = telling;
  const adviser = telling.actor("okafor", calendar.now);
  for (const language of ["en", "es"] as const)
    await changeClassGuide(tx, adviser, { schoolId, language }, { base: "", value: guide[language] });
  for (const resource of okaforsResources) await keepResource(tx, adviser, resource);
}
