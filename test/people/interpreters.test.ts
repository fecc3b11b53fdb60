import { beforeAll, expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addGuardian, addStaff, addStudent, type Person } from "#test/support/people.ts";
import { addSchool } from "#test/support/school.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { guests, tonight } from "../conferences/given.ts";
import { listStaffChanges } from "#web/audit/audit.api.ts";
import { arrangeConference } from "#web/conferences/conference.api.ts";
import {
  addInterpreter,
  changeInterpreter,
  changeLanguages,
  inviteInterpreter,
  listInterpreters,
  listLanguageNeeds,
} from "#web/interpreters/interpreter.api.ts";
import { listInvitable } from "#web/people/people.api.ts";
import { listRoll, readStudentFile } from "#web/people/roll.api.ts";
import { saveAnswer } from "#web/questionnaires/questionnaire.api.ts";

const lectern = useLectern();
let story: Story;
let msQuill: Person;
let msEze: Person;

beforeAll(async () => {
  story = await aStudentWithAdviser(lectern.db);
  msQuill = await addStaff(story.school, "Bernadette Quill", ["office"]);
  msEze = await addStaff(story.school, "Ngozi Eze", ["school-administrator"]);
});

const all = { without: "", page: "" };
const lucia = {
  ...{ givenName: "Lucía", familyName: "Ferrer", language: "es" },
  ...{ email: "lucia@example.org", phone: null },
};
const readOne = async (id: string) =>
  (await lectern.as(msQuill, listInterpreters)).interpreters.find((one) => one.id === id);

test("the office writes an interpreter down, sends the link, and the adviser can book her", async () => {
  const id = await lectern.as(msQuill, async () => {
    const made = await addInterpreter({ person: lucia, languages: ["es"] });
    await changeLanguages(made.id, ["es"], ["es", "pt"]);
    await inviteInterpreter(made.id);
    return made.id;
  });
  expect(await readOne(id)).toMatchObject({ languages: ["es", "pt"], mayEdit: true, hasSignedIn: false });
  expect((await readOne(id))?.invitedAt).not.toBeNull();
  const { interpreters } = await lectern.as(story.mrOkafor, () => listInvitable(story.itzel.personId));
  expect(interpreters.filter(({ personId }) => personId === id).map((one) => one.language)).toEqual([
    "es",
    "pt",
  ]);
  const { changes } = await lectern.as(msEze, () => listStaffChanges());
  expect(changes.filter(({ kind }) => kind === "interpreter")).toMatchObject([
    { field: "invitation", old: null, new: null },
    { field: "languages", old: ["es"], new: ["es", "pt"] },
    { field: "languages", old: [], new: ["es"], by: "Bernadette Quill" },
  ]);
});

test("two clerks change her languages at once: the second sees what stands now", async () => {
  await lectern.as(msQuill, async () => {
    const { id } = await addInterpreter({ person: lucia, languages: ["es"] });
    await changeLanguages(id, ["es"], ["es", "ht"]);
    await expect(changeLanguages(id, ["es"], ["ar"])).rejects.toMatchObject({
      ...{ status: 409, code: "stale", current: ["es", "ht"] },
    });
  });
});

test("who is not asked any more is offered to nobody, and what was booked stays booked", async () => {
  const { school, itzel, rosa, mrOkafor } = story;
  const { id } = await lectern.as(msQuill, () =>
    addInterpreter({ person: { ...lucia, email: null }, languages: ["es"] }),
  );
  await lectern.as(mrOkafor, () =>
    arrangeConference(
      tonight(school, itzel, { participants: [...guests(rosa), { personId: id, part: "interpreter" }] }),
    ),
  );
  await lectern.as(msQuill, async () => {
    await changeLanguages(id, ["es"], []);
    await expect(inviteInterpreter(id)).rejects.toMatchObject({ code: "no-address" });
  });
  expect(await readOne(id)).toMatchObject({
    languages: [],
    bookings: [{ language: "es", studentName: "Itzel Navarro Duarte", place: "Room 214" }],
  });
  const { interpreters } = await lectern.as(mrOkafor, () => listInvitable(itzel.personId));
  expect(interpreters.map((one) => one.personId)).not.toContain(id);
});

test("another school of the district sees the hour, and neither the student nor the place", async () => {
  const elsewhere = await addSchool(lectern.db, story.school.districtId, { name: "Harbor Street School" });
  const clerk = await addStaff(elsewhere, "Joanna Pike", ["office"]);
  const { interpreters } = await lectern.as(clerk, listInterpreters);
  expect(interpreters.flatMap(({ bookings }) => bookings)).toMatchObject([
    { schoolName: "Calder Bay School", conferenceId: null, studentName: null, place: null },
  ]);
  expect((await lectern.as(clerk, () => listLanguageNeeds(all))).families).toEqual([]);
});

test("a family's languages and wishes stand beside its time, and what it told the adviser does not", async () => {
  const { school, kofi, mrOkafor } = story;
  const adwoa = await addGuardian(school, kofi, "Adwoa Mensah", { language: "ak" });
  const { id: conferenceId } = await lectern.as(mrOkafor, () =>
    arrangeConference({
      ...tonight(school, kofi, { participants: guests(adwoa) }),
      startsAt: "2026-11-12T19:00",
    }),
  );
  const answer = (question: "language" | "access" | "home", value: string) =>
    saveAnswer(conferenceId, question, { field: "answer", base: "", value, language: "en" });
  await lectern.as(adwoa, async () => {
    await answer("language", "Twi, please");
    await answer("access", "A room without stairs");
    await answer("home", "We moved last month");
  });

  const { families } = await lectern.as(msQuill, () => listLanguageNeeds(all));
  const theirs = families.find(({ studentId }) => studentId === kofi.personId);
  expect(theirs).toMatchObject({
    guardians: [{ name: "Adwoa Mensah", language: "ak", mayBeContacted: true }],
    conferences: [{ id: conferenceId, interpreters: [] }],
  });
  expect(theirs?.wishes.map((wish) => wish.answer)).toEqual(["Twi, please", "A room without stairs"]);
  const file = await lectern.as(msQuill, () => readStudentFile(kofi.personId));
  expect(file.wishes.map((wish) => wish.question)).toEqual(["language", "access"]);
  expect(JSON.stringify([file, families])).not.toContain("We moved");

  const without = async (which: "interpreter" | "time") =>
    (await lectern.as(msQuill, () => listLanguageNeeds({ without: which, page: "" }))).families.map(
      (family) => family.studentName,
    );
  expect(await without("interpreter")).toEqual(["Kofi Mensah-Boateng"]);
  const amal = await addStudent(school, "Amal Haddad");
  await addGuardian(school, amal, "Layla Haddad", { language: "ar" });
  expect(await without("time")).toEqual(["Amal Haddad"]);
  const { students } = await lectern.as(msQuill, () => listRoll({ search: "amal" }));
  expect(students).toMatchObject([{ name: "Amal Haddad", languages: ["ar"] }]);
});

test("whom a court keeps away, and who has no say since 18, needs no interpreter", async () => {
  const { school } = story;
  const grown = await addStudent(school, "Grown Soriano", { bornOn: "2008-01-01" });
  await addGuardian(school, grown, "Elena Soriano", { language: "tl" });
  const young = await addStudent(school, "Young Soriano");
  await addGuardian(school, young, "Ramon Soriano", { language: "tl", mayAttend: false });
  const { families } = await lectern.as(msQuill, () => listLanguageNeeds(all));
  expect(families.map((family) => family.studentName).filter((name) => name.endsWith("Soriano"))).toEqual([]);
});

test("a colleague who interprets keeps her address with the staff; the office keeps her languages", async () => {
  const samira = await addStaff(story.school, "Samira Nasser", ["teacher"]);
  await lectern.as(msQuill, async () => {
    await addInterpreter({ personId: samira.personId, languages: ["ar"] });
    await changeLanguages(samira.personId, ["ar"], ["ar", "fr"]);
    await expect(
      changeInterpreter(samira.personId, { field: "email", base: null, value: "mine@example.org" }),
    ).rejects.toMatchObject({ status: 404 });
  });
  expect(await readOne(samira.personId)).toMatchObject({ mayEdit: false, mayEditLanguages: true });
});

test("a student never interprets", async () => {
  await lectern.as(msQuill, async () => {
    await expect(addInterpreter({ personId: story.itzel.personId, languages: ["es"] })).rejects.toMatchObject(
      { status: 404 },
    );
  });
});
