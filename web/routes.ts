import { createRouter } from "sv-router";
import HomePage from "./home/HomePage.svelte";
import Frame from "./navigation/Frame.svelte";
import { pageChanged } from "./navigation/arrival.ts";
import { page } from "./navigation/page.ts";
import { roomAreas } from "./offline/offline-pages.ts";
import { bindRouter } from "./navigation/place.ts";

/**
 * Every address of the web, one line a page, features in reading order.
 * A page names the areas of words it speaks in; write `() => import(` out, the router looks for it.
 * A last part in parentheses, "/room/(:id)", leaves the frame away: the page fills the screen.
 */
const router = createRouter({
  // The router takes a component whose text holds a dynamic import for a lazy one and calls it: none in Frame.
  layout: Frame,
  hooks: { afterLoad: ({ pathname }) => pageChanged(pathname) },

  // Part of the first script, not a file of its own: a phone would wait one more trip for it.
  "/": HomePage,

  // Getting ready, and presenting
  "/work": () => page(["work"], () => import("./work-samples/ShelfPage.svelte")),
  "/work/add": () => page(["work"], () => import("./work-samples/AddWorkPage.svelte")),
  "/work/:workSampleId": () =>
    page(["work", "prompts", "starters", "feedback"], () => import("./work-samples/WorkSamplePage.svelte")),
  "/students/:studentId/work": () => page(["work"], () => import("./work-samples/StudentShelfPage.svelte")),
  "/portfolio": () =>
    page(
      ["portfolio", "stage", "choices", "rehearsals", "sections", "prompts"],
      () => import("./portfolios/PortfolioPage.svelte"),
    ),
  "/portfolio/as-family": () =>
    page(["portfolio", "prompts", "stage", "choices"], () => import("./portfolios/AsFamilyPage.svelte")),
  "/strengths": () => page(["statements", "own-fields"], () => import("./statements/StatementsPage.svelte")),
  "/quick": () =>
    page(["quick", "work", "goals", "portfolio", "prompts"], () => import("./quick/QuickPage.svelte")),
  "/results": () => page(["results", "statements"], () => import("./assessments/ResultsPage.svelte")),
  "/graduation": () => page(["credits", "results"], () => import("./transcripts/GraduationPage.svelte")),
  "/students/:studentId/results": () =>
    page(["results", "statements"], () => import("./assessments/ResultsPage.svelte")),
  "/students/:studentId/graduation": () =>
    page(["credits", "results"], () => import("./transcripts/GraduationPage.svelte")),
  "/goals": () => page(["goals"], () => import("./goals/GoalsPage.svelte")),
  "/stage/(:conferenceId)": () =>
    page(
      ["stage", "portfolio", "prompts", "choices", "rehearsals", "credits"],
      () => import("./stage/StagePage.svelte"),
    ),
  "/shown/:presentationId": () =>
    page(["shown", "stage", "choices", "prompts"], () => import("./shown/ShownPage.svelte")),
  "/presenter/(:conferenceId)": () => page(["stage"], () => import("./stage/PresenterPage.svelte")),

  // Setting and keeping conferences
  "/advisory": () => page(["home", "people", "conferences"], () => import("./home/AdviserHome.svelte")),
  "/conferences": () =>
    page(["home", "people", "conferences"], () => import("./conferences/ConferencesPage.svelte")),
  "/conferences/new": () =>
    page(["people", "conferences", "seasons"], () => import("./conferences/NewConferencePage.svelte")),
  "/conferences/many": () =>
    page(["schedules", "people", "conferences", "seasons"], () => import("./schedules/SchedulePage.svelte")),
  "/conferences/list": () =>
    page(["diaries", "people", "conferences"], () => import("./diaries/EveningPage.svelte")),
  "/conferences/:conferenceId": () =>
    page(
      ["home", "people", "conferences", "rehearsals", "shown", "stage", "questionnaire", "own-fields"],
      () => import("./conferences/ConferencePage.svelte"),
    ),

  "/seasons": () => page(["seasons"], () => import("./seasons/SeasonsPage.svelte")),
  "/seasons/new": () => page(["seasons"], () => import("./seasons/NewSeasonPage.svelte")),
  "/seasons/:seasonId": () => page(["seasons", "records"], () => import("./seasons/SeasonPage.svelte")),
  "/seasons/:seasonId/records/:advisoryId": () =>
    page(["seasons"], () => import("./seasons/AdvisoryRecordsPage.svelte")),
  "/seasons/:seasonId/ready": () => page(["seasons", "home"], () => import("./seasons/ReadyPage.svelte")),

  // Before it and in the room
  "/students/:studentId/record": () =>
    page(
      ["preparation", "records", "credits", "statements", "own-fields"],
      () => import("./preparation/PreparationPage.svelte"),
    ),
  "/room/(:conferenceId)": () => page(roomAreas, () => import("./records/RoomPage.svelte")),
  "/room/:conferenceId/(hand-over)": () =>
    page(["records", "own-fields"], () => import("./records/HandOverPage.svelte")),

  // A family's way: before it, and asking
  "/before/:conferenceId": () =>
    page(["questionnaire", "own-fields"], () => import("./questionnaires/QuestionsPage.svelte")),
  "/line/:studentId": () => page(["correspondence"], () => import("./correspondence/LinePage.svelte")),
  "/my-people": () => page(["consents"], () => import("./consents/MyPeoplePage.svelte")),

  // After a conference
  "/review/:conferenceId": () =>
    page(
      ["reviews", "prompts", "questionnaire", "correspondence", "results"],
      () => import("./reviews/ReviewPage.svelte"),
    ),
  "/records/:recordId": () =>
    page(["records", "addenda", "own-fields"], () => import("./records/KeptRecordPage.svelte")),
  "/mentors": () => page(["mentors"], () => import("./mentors/MentorsPage.svelte")),
  "/mentors/:studentId": () => page(["mentors"], () => import("./mentors/MentorsPage.svelte")),
  "/mentoring": () => page(["mentors"], () => import("./mentoring/MentorHome.svelte")),
  "/seen/:presentationId": () => page(["mentors", "prompts"], () => import("./mentoring/SeenPage.svelte")),
  "/follow-up": () =>
    page(["follow-up", "teacher-questions"], () => import("./follow-up/FollowUpPage.svelte")),
  "/goals/:studentId": () => page(["follow-up"], () => import("./follow-up/ThreadPage.svelte")),
  "/notes": () => page(["reviews"], () => import("./reviews/NotesPage.svelte")),

  // The school's own
  "/people": () => page(["office", "people"], () => import("./office/StudentsPage.svelte")),
  "/people/new": () => page(["office", "people"], () => import("./office/NewStudentPage.svelte")),
  "/people/students/:studentId": () =>
    page(["office", "people"], () => import("./office/StudentFilePage.svelte")),
  "/people/staff": () => page(["office", "people"], () => import("./office/StaffPage.svelte")),
  "/people/interpreters": () =>
    page(["office", "people"], () => import("./interpreters/InterpretersPage.svelte")),
  "/people/languages": () =>
    page(["office", "people"], () => import("./interpreters/LanguageNeedsPage.svelte")),
  "/people/advisories": () => page(["office"], () => import("./office/AdvisoriesPage.svelte")),
  "/people/advisories/:advisoryId": () => page(["office"], () => import("./office/AdvisoryPage.svelte")),
  "/numbers/enter": () =>
    page(["numbers", "results", "credits"], () => import("./numbers/EnterNumbersPage.svelte")),
  "/school-forms/:formId": () => page(["school-forms"], () => import("./school-forms/SchoolFormPage.svelte")),
  "/record-templates/:templateId": () =>
    page(
      ["record-templates", "records", "own-fields"],
      () => import("./record-templates/RecordTemplatePage.svelte"),
    ),
  "/school": () =>
    page(["office", "school-forms", "record-templates"], () => import("./schools/SchoolPage.svelte")),
  "/teacher-questions": () =>
    page(["teacher-questions"], () => import("./teacher-questions/TeacherQuestionsPage.svelte")),
  "/files": () => page(["file-care"], () => import("./files/FileCarePage.svelte")),
  "/outbox": () => page(["outbox"], () => import("./messages/OutboxPage.svelte")),
  "/outbox/:messageId": () => page(["outbox"], () => import("./messages/MessagePage.svelte")),

  // Doors that need nobody signed in (listed in isPublic below)
  "/check": () => page(["copies"], () => import("./copies/CheckCopyPage.svelte")),
  "/link": () => page(["session"], () => import("./session/LinkPage.svelte")),
  "/mentor-link": () => page(["mentors"], () => import("./session/MentorLinkPage.svelte")),
  "/set-up": () => page(["session"], () => import("./session/FirstSetUpPage.svelte")),

  "*": () => page([], () => import("./navigation/NotFoundPage.svelte")),
});
bindRouter(router);

const publicPaths = ["/check", "/link", "/mentor-link", "/set-up"];

/** Whether a page is open to somebody who is not signed in. */
export const isPublic = (pathname: string) => publicPaths.includes(pathname);
