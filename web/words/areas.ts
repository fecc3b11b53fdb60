// One line an area: the English file is the type of every other language's. Keep them in order.
import type atHome from "../../templates/languages/en/at-home.json";
import type choices from "../../templates/languages/en/choices.json";
import type addenda from "../../templates/languages/en/addenda.json";
import type conferences from "../../templates/languages/en/conferences.json";
import type copies from "../../templates/languages/en/copies.json";
import type credits from "../../templates/languages/en/credits.json";
import type consents from "../../templates/languages/en/consents.json";
import type correspondence from "../../templates/languages/en/correspondence.json";
import type demo from "../../templates/languages/en/demo.json";
import type diaries from "../../templates/languages/en/diaries.json";
import type errors from "../../templates/languages/en/errors.json";
import type everywhere from "../../templates/languages/en/everywhere.json";
import type feedback from "../../templates/languages/en/feedback.json";
import type goals from "../../templates/languages/en/goals.json";
import type home from "../../templates/languages/en/home.json";
import type fileCare from "../../templates/languages/en/file-care.json";
import type followUp from "../../templates/languages/en/follow-up.json";
import type mentors from "../../templates/languages/en/mentors.json";
import type numbers from "../../templates/languages/en/numbers.json";
import type office from "../../templates/languages/en/office.json";
import type outbox from "../../templates/languages/en/outbox.json";
import type phrases from "../../templates/languages/en/phrases.json";
import type people from "../../templates/languages/en/people.json";
import type portfolio from "../../templates/languages/en/portfolio.json";
import type preparation from "../../templates/languages/en/preparation.json";
import type prompts from "../../templates/languages/en/prompts.json";
import type quick from "../../templates/languages/en/quick.json";
import type questionnaire from "../../templates/languages/en/questionnaire.json";
import type ownFields from "../../templates/languages/en/own-fields.json";
import type recordTemplates from "../../templates/languages/en/record-templates.json";
import type records from "../../templates/languages/en/records.json";
import type refusals from "../../templates/languages/en/refusals.json";
import type rehearsals from "../../templates/languages/en/rehearsals.json";
import type results from "../../templates/languages/en/results.json";
import type reviews from "../../templates/languages/en/reviews.json";
import type seasons from "../../templates/languages/en/seasons.json";
import type schedules from "../../templates/languages/en/schedules.json";
import type schoolForms from "../../templates/languages/en/school-forms.json";
import type sections from "../../templates/languages/en/sections.json";
import type session from "../../templates/languages/en/session.json";
import type starters from "../../templates/languages/en/starters.json";
import type statements from "../../templates/languages/en/statements.json";
import type shown from "../../templates/languages/en/shown.json";
import type stage from "../../templates/languages/en/stage.json";
import type teacherQuestions from "../../templates/languages/en/teacher-questions.json";
import type work from "../../templates/languages/en/work.json";

/** Every area of words the web may show, typed from the English files. */
export type Areas = {
  "at-home": typeof atHome;
  choices: typeof choices;
  addenda: typeof addenda;
  conferences: typeof conferences;
  copies: typeof copies;
  credits: typeof credits;
  consents: typeof consents;
  correspondence: typeof correspondence;
  demo: typeof demo;
  diaries: typeof diaries;
  errors: typeof errors;
  everywhere: typeof everywhere;
  feedback: typeof feedback;
  goals: typeof goals;
  home: typeof home;
  "file-care": typeof fileCare;
  "follow-up": typeof followUp;
  mentors: typeof mentors;
  numbers: typeof numbers;
  office: typeof office;
  outbox: typeof outbox;
  phrases: typeof phrases;
  people: typeof people;
  portfolio: typeof portfolio;
  preparation: typeof preparation;
  prompts: typeof prompts;
  quick: typeof quick;
  questionnaire: typeof questionnaire;
  "own-fields": typeof ownFields;
  "record-templates": typeof recordTemplates;
  records: typeof records;
  refusals: typeof refusals;
  rehearsals: typeof rehearsals;
  results: typeof results;
  reviews: typeof reviews;
  seasons: typeof seasons;
  schedules: typeof schedules;
  "school-forms": typeof schoolForms;
  sections: typeof sections;
  session: typeof session;
  shown: typeof shown;
  stage: typeof stage;
  starters: typeof starters;
  statements: typeof statements;
  "teacher-questions": typeof teacherQuestions;
  work: typeof work;
};

/** The name of one file of words. */
export type Area = keyof Areas;

type WithoutPlural<Key> = Key extends `${infer Base}_${"zero" | "one" | "two" | "few" | "many" | "other"}`
  ? Base
  : Key;

/** "area.word": the only strings `t` accepts. */
export type WordKey = { [A in Area]: `${A}.${WithoutPlural<keyof Areas[A] & string>}` }[Area];
