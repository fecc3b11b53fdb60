import type { Demo } from "./demo.ts";

/** A page as somebody of the demo school sees it. */
export interface Visit {
  /** The address as web/routes.ts writes it. */
  readonly page: string;
  /** The given name of whoever opens it; nobody for the doors. */
  readonly who: string | null;
  readonly at: (demo: Demo) => string;
}

const visit = (page: string, who: string | null, at: Visit["at"] = () => page): Visit => ({ page, who, at });

const longest = "Maximiliana Esperanza";

/** Every page, by whoever finds most on it, by whoever finds nothing, and by the one with the longest names. */
export const visits: readonly Visit[] = [
  ...[
    "Itzel",
    "Theo",
    "Jonas",
    longest,
    "Daniel",
    "Rosa",
    "Dale",
    "Yusuf",
    "Imani",
    "Lucía",
    "Ngozi",
    "Marisol",
  ].map((who) => visit("/", who)),
  visit("/work", "Itzel"),
  visit("/work", "Jonas"),
  visit("/work/add", "Theo"),
  visit("/work/:workSampleId", longest, (demo) => `/work/${demo.pieceOf(longest)}`),
  visit("/work/:workSampleId", "Layla", (demo) => `/work/${demo.pieceOf("Layla")}`),
  visit("/portfolio", "Minh Anh"),
  visit("/portfolio", longest),
  visit("/portfolio", "Jonas"),
  visit("/portfolio/as-family", longest),
  visit("/strengths", "Itzel"),
  visit("/quick", "Jonas"),
  visit("/quick", longest),
  visit("/goals", "Itzel"),
  visit("/goals", "Theo"),
  visit("/results", "Itzel"),
  visit("/results", "Layla"),
  visit("/graduation", "Itzel"),
  visit("/graduation", "Layla"),
  visit(
    "/students/:studentId/results",
    "Daniel",
    (demo) => `/students/${demo.person("Itzel").personId}/results`,
  ),
  visit(
    "/students/:studentId/graduation",
    "Rosa",
    (demo) => `/students/${demo.person("Itzel").personId}/graduation`,
  ),
  visit("/students/:studentId/work", "Daniel", (demo) => `/students/${demo.person("Itzel").personId}/work`),
  visit(
    "/students/:studentId/record",
    "Daniel",
    (demo) => `/students/${demo.person("Theo").personId}/record`,
  ),
  visit("/stage/(:conferenceId)", longest, (demo) => `/stage/${demo.conferenceOf(longest, "planned")}`),
  visit("/shown/:presentationId", "Daniel", (demo) => `/shown/${demo.presentationOf("Itzel")}`),
  visit(
    "/presenter/(:conferenceId)",
    "Itzel",
    (demo) => `/presenter/${demo.conferenceOf("Itzel", "planned")}`,
  ),
  visit("/my-people", "Noor"),

  visit("/advisory", "Annika"),
  visit("/conferences", "Ngozi"),
  visit("/conferences/new", "Annika"),
  visit(
    "/conferences/:conferenceId",
    "Annika",
    (demo) => `/conferences/${demo.conferenceOf(longest, "planned")}`,
  ),
  visit("/conferences/many", "Ngozi"),
  visit("/conferences/many", "Annika", (demo) => `/conferences/many?advisory=${demo.advisoryId}`),
  visit("/conferences/list", "Marisol"),
  visit("/files", "Ngozi"),
  visit("/teacher-questions", "Daniel"),
  visit("/record-templates/:templateId", "Ngozi", (demo) => `/record-templates/${demo.recordTemplateId}`),
  visit("/school-forms/:formId", "Ngozi", (demo) => `/school-forms/${demo.schoolFormId}`),
  visit("/seasons", "Ngozi"),
  visit("/seasons/new", "Ngozi"),
  visit("/seasons/:seasonId", "Ngozi", (demo) => `/seasons/${demo.seasonId}`),
  visit("/seasons/:seasonId/ready", "Ngozi", (demo) => `/seasons/${demo.seasonId}/ready`),
  visit(
    "/seasons/:seasonId/records/:advisoryId",
    "Annika",
    (demo) => `/seasons/${demo.seasonId}/records/${demo.advisoryId}`,
  ),
  visit("/room/(:conferenceId)", "Daniel", (demo) => `/room/${demo.conferenceOf("Kofi", "live")}`),
  visit("/room/(:conferenceId)", "Daniel", (demo) => `/room/${demo.conferenceOf("Wren", "ended")}`),
  visit(
    "/room/:conferenceId/(hand-over)",
    "Daniel",
    (demo) => `/room/${demo.conferenceOf("Wren", "ended")}/hand-over`,
  ),
  visit("/records/:recordId", "Daniel", (demo) => `/records/${demo.recordOf("Itzel")}`),

  visit("/before/:conferenceId", "Rosa", (demo) => `/before/${demo.conferenceOf("Itzel", "planned")}#all`),
  visit("/review/:conferenceId", "Rosa", (demo) => `/review/${demo.conferenceOf("Itzel", "ended")}`),
  visit("/review/:conferenceId", "Solange", (demo) => `/review/${demo.conferenceOf("Theo", "ended")}`),
  visit("/line/:studentId", "Rosa", (demo) => `/line/${demo.person("Itzel").personId}`),
  visit("/line/:studentId", "Daniel", (demo) => `/line/${demo.person("Itzel").personId}`),
  visit("/mentors", "Itzel"),
  visit("/mentors/:studentId", "Daniel", (demo) => `/mentors/${demo.person("Itzel").personId}`),
  visit("/mentoring", "Imani"),
  visit("/seen/:presentationId", "Imani", (demo) => `/seen/${demo.presentationOf("Itzel")}`),
  visit("/follow-up", "Daniel"),
  visit("/goals/:studentId", "Daniel", (demo) => `/goals/${demo.person("Itzel").personId}`),
  visit("/notes", "Itzel"),
  visit("/notes", "Jonas"),

  visit("/people", "Ngozi"),
  visit("/people/new", "Marisol"),
  visit("/people/students/:studentId", "Ngozi", (demo) => `/people/students/${demo.person("Wren").personId}`),
  visit(
    "/people/students/:studentId",
    "Marisol",
    (demo) => `/people/students/${demo.person(longest).personId}`,
  ),
  visit("/people/staff", "Ngozi"),
  visit("/people/interpreters", "Ngozi"),
  visit("/people/languages", "Ngozi"),
  visit("/people/advisories", "Ngozi"),
  visit("/people/advisories/:advisoryId", "Ngozi", (demo) => `/people/advisories/${demo.advisoryId}`),
  visit("/numbers/enter", "Ngozi"),
  visit("/numbers/enter", "Joanna"),
  visit("/school", "Ngozi"),
  visit("/outbox", "Ngozi"),
  visit("/outbox/:messageId", "Ngozi", (demo) => `/outbox/${demo.messageId}`),

  visit("/link", null),
  visit("/check", null),
  visit("/mentor-link", null),
  visit("/set-up", null),
];
