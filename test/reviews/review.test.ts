import { expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { listChildren, listNotes, markNotesRead, readReview, writeNote } from "#web/reviews/review.api.ts";
import { finishQuestions, saveAnswer } from "#web/questionnaires/questionnaire.api.ts";
import { conferenceNight, useLectern } from "#test/support/lectern.ts";
import { addGuardian, addStudent, answerFor } from "#test/support/people.ts";
import { holdConference } from "#test/support/past-conference.ts";
import { addSchool } from "#test/support/school.ts";
import { arrangeConference, aStudentWithAdviser } from "#test/support/story.ts";

const lectern = useLectern();
const cardsOf = (guardian: Parameters<typeof lectern.as>[0]) =>
  lectern.as(guardian, async () => (await listChildren()).children);

test("a mother sees when and where she is expected", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  expect(await cardsOf(rosa)).toMatchObject([
    {
      givenName: "Itzel",
      next: "come",
      coming: { place: "Room 214", startsAt: "2026-11-13T01:40:00+00:00" },
    },
  ]);
});

test("after the record is finished she is asked to read it, then for a note", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const { conferenceId, recordId } = await holdConference(school, itzel, mrOkafor);
  expect(await cardsOf(rosa)).toMatchObject([
    { next: "read", past: { heldOn: "2026-11-09", recordReady: true } },
  ]);
  await lectern.db
    .insertInto("acknowledgement")
    .values({
      districtId: school.districtId,
      id: uuidv7(),
      recordId,
      personId: rosa.personId,
      householdId: rosa.householdId,
      typedName: "Rosa Duarte",
      tookPart: true,
      receivedCopy: true,
      method: "link",
      revision: 0,
      givenAt: lectern.now,
    })
    .execute();
  expect(await cardsOf(rosa)).toMatchObject([{ next: "note" }]);
  await lectern.as(rosa, () => writeNote(conferenceId, { body: "Estoy orgullosa de ti.", language: "es" }));
  expect(await cardsOf(rosa)).toMatchObject([{ next: "done" }]);
});

test("while the adviser still writes the record, the family may look at what was shown", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const { conferenceId, presentationId } = await holdConference(school, itzel, mrOkafor, { sealed: false });
  expect(await cardsOf(rosa)).toMatchObject([{ next: "look" }]);
  expect(await lectern.as(rosa, () => readReview(conferenceId))).toMatchObject({
    record: null,
    presentationIds: [presentationId],
  });
});

test("a household meeting apart keeps its time and place to itself; the record is both parents' to read", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await arrangeConference(school, itzel, mrOkafor, { householdKey: rosa.householdId, guests: [rosa] });
  const { conferenceId } = await holdConference(school, itzel, mrOkafor);
  expect(await cardsOf(rosa)).toMatchObject([{ coming: { place: "Room 214" } }]);
  expect(await cardsOf(hector)).toMatchObject([{ coming: null, next: "read" }]);
  expect(await lectern.as(hector, () => readReview(conferenceId))).toMatchObject({ record: { version: 1 } });
});

test("a restricted contact learns no time, no place and nothing that was shown", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const uncle = await addGuardian(school, itzel, "Efraín Duarte", {
    mayInspectRecords: false,
    mayAttend: false,
    mayBeContacted: false,
  });
  const { conferenceId } = await holdConference(school, itzel, mrOkafor);
  await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  expect(await cardsOf(uncle)).toMatchObject([{ next: "closed", coming: null, past: null }]);
  await expect(lectern.as(uncle, () => readReview(conferenceId))).rejects.toMatchObject({ status: 404 });
});

test("when a daughter turned 18 last week her mother is told that the rights passed, and no more", async () => {
  const { school, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const noor = await addStudent(school, "Noor Hassan Abdi", { grade: 12, bornOn: "2008-11-05" });
  const mother = await addGuardian(school, noor, "Hodan Abdi");
  const { conferenceId } = await holdConference(school, noor, mrOkafor);
  expect(await cardsOf(mother)).toMatchObject([{ next: "passed", coming: null, past: null }]);
  await expect(lectern.as(mother, () => readReview(conferenceId))).rejects.toMatchObject({ status: 404 });
});

test("a note belongs to the student and to the household that wrote it", async () => {
  const { school, itzel, kofi, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const { conferenceId } = await holdConference(school, itzel, mrOkafor);
  await lectern.as(rosa, () =>
    writeNote(conferenceId, { body: "You asked when fish sleep.", language: "en" }),
  );
  const notesFor = (who: Parameters<typeof lectern.as>[0]) =>
    lectern.as(who, async () => (await listNotes(itzel.personId)).notes);
  expect(await notesFor(itzel)).toMatchObject([
    { body: "You asked when fish sleep.", authorName: "Rosa Duarte", readAt: null, mine: false },
  ]);
  expect(await notesFor(hector)).toEqual([]);
  await expect(notesFor(mrOkafor)).rejects.toMatchObject({ status: 404 });
  await expect(notesFor(kofi)).rejects.toMatchObject({ status: 404 });
  await lectern.as(itzel, markNotesRead);
  expect(await notesFor(rosa)).toMatchObject([{ mine: true, readAt: lectern.now.toISOString() }]);
});

test("a mother of two sees both, the older first", async () => {
  const { school, itzel, rosa } = await aStudentWithAdviser(lectern.db);
  const emiliano = await addStudent(school, "Emiliano Navarro Duarte", { grade: 7 });
  await answerFor(school, emiliano, rosa);
  expect((await cardsOf(rosa)).map((child) => child.studentId)).toEqual([itzel.personId, emiliano.personId]);
});

test("a student whose address the school keeps hears that a note came, not what it says", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const { conferenceId } = await holdConference(school, itzel, mrOkafor);
  const write = (body: string) => lectern.as(rosa, () => writeNote(conferenceId, { body, language: "en" }));
  await write("The first one, before there was an address.");
  await lectern.db
    .updateTable("person")
    .set({ email: "itzel@example.org" })
    .where("id", "=", itzel.personId)
    .execute();
  await write("You asked when fish sleep.");
  const messages = await lectern.db
    .selectFrom("outgoingMessage")
    .select(["template", "address", "facts"])
    .where("personId", "=", itzel.personId)
    .execute();
  expect(messages).toEqual([
    {
      template: "note-for-student",
      address: "itzel@example.org",
      facts: { author: "Rosa Duarte", path: "/notes" },
    },
  ]);
});

test("a mother with children at two schools is asked six questions for one and told to wait for the other", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const middle = await addSchool(lectern.db, school.districtId, { name: "Alder Creek Middle School" });
  const emiliano = await addStudent(middle, "Emiliano Navarro Duarte", { grade: 7 });
  await answerFor(middle, emiliano, rosa);
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, {
    guests: [rosa],
    startsAt: "2026-11-14T01:40:00Z",
    endsAt: "2026-11-14T02:10:00Z",
  });
  expect(await cardsOf(rosa)).toMatchObject([
    {
      givenName: "Itzel",
      schoolName: "Calder Bay School",
      next: "answer",
      coming: { questions: { answered: 0, isFinished: false } },
    },
    { givenName: "Emiliano", schoolName: "Alder Creek Middle School", next: "wait" },
  ]);
  const say = (question: "help" | "who" | "way", value: string) =>
    lectern.as(rosa, () =>
      saveAnswer(conferenceId, question, { field: "answer", base: "", value, language: "es" }),
    );
  await say("help", "Con las fracciones.");
  await say("who", "Yo");
  await say("way", "video");
  expect(await cardsOf(rosa)).toMatchObject([{ coming: { questions: { answered: 2 } } }, {}]);
  await lectern.as(rosa, () => finishQuestions(conferenceId));
  expect(await cardsOf(rosa)).toMatchObject([{ next: "come" }, {}]);
});

test("weeks later only who came can say that she took part; the other parent says that he has a copy", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const { conferenceId } = await holdConference(school, itzel, mrOkafor);
  await lectern.db
    .insertInto("participant")
    .values({
      ...{ districtId: school.districtId, conferenceId, personId: rosa.personId, part: "guardian" },
      ...{ householdId: rosa.householdId, attendance: "present" },
    })
    .execute();
  lectern.now = new Date("2026-12-03T18:00:00Z");
  try {
    expect(await lectern.as(rosa, () => readReview(conferenceId))).toMatchObject({
      came: true,
      isAsked: true,
    });
    expect(await lectern.as(hector, () => readReview(conferenceId))).toMatchObject({ came: false });
  } finally {
    lectern.now = conferenceNight;
  }
});
