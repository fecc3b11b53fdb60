import { beforeAll, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addAdvisory, addStaff, addStudent, type Person } from "#test/support/people.ts";
import { addSeason } from "#test/support/school.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { guests, tonight } from "#test/conferences/given.ts";
import { coach, yes } from "#test/mentors/mentor-story.ts";
import { arrangeConference, cancelConference } from "#web/conferences/conference.api.ts";
import { listLanguageNeeds } from "#web/interpreters/interpreter.api.ts";
import { answerProposal, listMentors, proposeMentor } from "#web/mentors/mentor.api.ts";
import { readStudent } from "#web/people/people.api.ts";
import { readStudentFile } from "#web/people/roll.api.ts";
import { openPortfolio } from "#web/portfolios/portfolio.api.ts";
import { readPreparation, writePreparation } from "#web/preparation/preparation.api.ts";
import { saveAnswer } from "#web/questionnaires/questionnaire.api.ts";
import { keepRehearsal, listRehearsals } from "#web/rehearsals/rehearsal.api.ts";
import { changeSeason } from "#web/seasons/season.api.ts";
import { listStatements, writeStatement } from "#web/statements/statement.api.ts";

const lectern = useLectern();
let story: Story;
let wren: Person;
let msSato: Person;

beforeAll(async () => {
  story = await aStudentWithAdviser(lectern.db);
  const { school } = story;
  wren = await addStudent(school, "Wren Castellano-McAllister", { grade: 12 });
  msSato = await addStaff(school, "Hana Sato");
  const seniors = await addAdvisory(school, msSato, [wren]);
  const defenses = await addSeason(school, {
    ...{ code: "2026-D", name: "Senior defenses", state: "open" },
    ...{ startsOn: "2026-11-09", endsOn: "2027-01-29" },
  });
  const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  await lectern.as(msEze, () => changeSeason(defenses, { field: "advisories", base: [], value: [seniors] }));
});

test("the seniors’ defenses are Wren’s season; Itzel, of another advisory, keeps the fall conferences", async () => {
  const season = (student: Person) =>
    lectern.as(student, async () => (await openPortfolio(student.personId)).season?.name);
  expect([await season(wren), await season(story.itzel)]).toEqual(["Senior defenses", "Fall conferences"]);
});

test("whoever sets a conference begins with the season that is the student’s", async () => {
  const begun = async (adviser: Person, student: Person) => {
    const { seasonId } = await lectern.as(adviser, () => readStudent(student.personId));
    const { id } = await lectern.as(adviser, () =>
      arrangeConference(tonight(story.school, student, { seasonId: seasonId ?? "" })),
    );
    await lectern.as(adviser, () => cancelConference(id));
  };
  await begun(msSato, wren);
  await begun(story.mrOkafor, story.itzel);
});

test("each student says what she is good at for the season that is hers", async () => {
  const said = (student: Person) =>
    lectern.as(student, async () => {
      await writeStatement(student.personId, {
        ...{ field: "strengths", base: "", value: "I measure twice.", language: "en" },
      });
      return (await listStatements(student.personId)).season?.name;
    });
  expect([await said(wren), await said(story.itzel)]).toEqual(["Senior defenses", "Fall conferences"]);
});

test("each adviser prepares the record of the season that is her student’s", async () => {
  const prepared = (adviser: Person, student: Person) =>
    lectern.as(adviser, async () => {
      await writePreparation(student.personId, {
        ...{ field: "adviserStrengths", base: "", value: "She listens.", language: "en" },
      });
      return (await readPreparation(student.personId)).season?.name;
    });
  expect(await prepared(msSato, wren)).toBe("Senior defenses");
  expect(await prepared(story.mrOkafor, story.itzel)).toBe("Fall conferences");
});

test("the office finds a family’s wishes and its time in the season of its child", async () => {
  const { school, itzel, mrOkafor, rosa } = story;
  const msQuill = await addStaff(school, "Bernadette Quill", ["office"]);
  const { id } = await lectern.as(mrOkafor, () =>
    arrangeConference(tonight(school, itzel, { participants: guests(rosa) })),
  );
  await lectern.as(rosa, () =>
    saveAnswer(id, "language", { field: "answer", base: "", value: "Español", language: "es" }),
  );
  const { families } = await lectern.as(msQuill, () => listLanguageNeeds({ without: "", page: "" }));
  expect(families).toMatchObject([
    { studentName: itzel.name, seasonName: "Fall conferences", conferences: [{ id }] },
  ]);
  expect(families[0]?.wishes.map(({ answer }) => answer)).toEqual(["Español"]);
  const { wishes } = await lectern.as(msQuill, () => readStudentFile(itzel.personId));
  expect(wishes.map(({ answer }) => answer)).toEqual(["Español"]);
});

test("a mentor is let in until the student’s own season ends", async () => {
  const until = async (student: Person, adviser: Person) => {
    const { id } = await lectern.as(student, () => proposeMentor(student.personId, coach()));
    const { untilOn } = await lectern.as(adviser, () => listMentors(student.personId));
    await lectern.as(adviser, () => answerProposal(id, yes()));
    const { mentors } = await lectern.as(student, () => listMentors(student.personId));
    return [untilOn, mentors[0]?.untilOn];
  };
  expect(await until(wren, msSato)).toEqual(["2027-01-29", "2027-01-29"]);
  expect(await until(story.itzel, story.mrOkafor)).toEqual(["2026-12-18", "2026-12-18"]);
});

test("a rehearsal counts for the season that is hers", async () => {
  const rehearsed = (student: Person) =>
    lectern.as(student, async () => {
      await keepRehearsal([{ key: "welcome", name: null, minutes: 2, seconds: 95 }]);
      return (await listRehearsals(student.personId)).rehearsals.length;
    });
  expect([await rehearsed(wren), await rehearsed(story.itzel)]).toEqual([1, 1]);
});
