import { expect, test } from "vitest";
import { faultsOf } from "#test/support/browser.ts";
import { addStaff, type Guardian, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser, arrangeConference, type Story } from "#test/support/story.ts";
import { useVisitors } from "#test/support/visitors.ts";
import { listResults } from "#web/assessments/result.api.ts";
import { addInterpreter, listLanguageNeeds } from "#web/interpreters/interpreter.api.ts";
import { previewNumbers, writeNumbers, type NumberKind } from "#web/numbers/numbers.api.ts";
import { addGuardian } from "#web/people/guardian.api.ts";
import { enrolStudent, moveStudent } from "#web/people/roll.api.ts";
import { openRecord, pdfAddress, readContent, sealRecord } from "#web/records/record.api.ts";
import { readTranscript } from "#web/transcripts/transcript.api.ts";
import { fetchPdf, wordsIn } from "./pdf-words.ts";
import { end, fillIn, readAloud } from "./record-story.ts";

const visited = useVisitors();

/** Somebody the office wrote down, with an account, so that she can be followed to her own pages. */
async function whoIs(personId: string, name: string, { school }: Story): Promise<Person> {
  const { db } = visited.lectern;
  const accountId = crypto.randomUUID();
  await db.insertInto("account").values({ id: accountId }).execute();
  await db.updateTable("person").set({ accountId }).where("id", "=", personId).execute();
  return { districtId: school.districtId, accountId, personId, name };
}

/** The office enrols Amal in November; her mother reads Arabic. */
async function arrive(story: Story, msQuill: Person): Promise<{ amal: Person; layla: Guardian }> {
  const { school, advisoryId } = story;
  const [amalId, laylaId] = await visited.lectern.as(msQuill, async () => {
    const { id } = await enrolStudent({
      ...{ schoolId: school.schoolId, givenName: "Amal", familyName: "Haddad", ownScriptName: "أمل حداد" },
      ...{ language: "ar", studentNumber: "310077", grade: 10, cohortYear: 2029, bornOn: "2010-06-02" },
    });
    await moveStudent(id, { advisoryId, fromOn: "2026-11-02" });
    const mother = { givenName: "Layla", familyName: "Haddad", ownScriptName: "ليلى حداد", language: "ar" };
    const { id: guardianId } = await addGuardian(id, {
      person: { ...mother, email: "layla@example.org", phone: null },
      ...{ relationship: "mother", householdName: "Haddad", livesWith: true, courtDocument: null },
      ...{ mayInspectRecords: true, mayAttend: true, mayBeContacted: true },
    });
    return [id, guardianId];
  });
  const { householdId } = await visited.lectern.db
    .selectFrom("guardianship")
    .select("householdId")
    .where("guardianId", "=", laylaId)
    .executeTakeFirstOrThrow();
  return {
    amal: await whoIs(amalId, "Amal Haddad", story),
    layla: { ...(await whoIs(laylaId, "Layla Haddad", story)), householdId },
  };
}

const paste = (writer: Person, kind: NumberKind, text: string) =>
  visited.lectern.as(writer, async () => {
    const { digest } = await previewNumbers({ kind, text });
    return await writeNumbers({ kind, text, digest });
  });

/** Two years of the school in Amman, and the tests she was not here for. */
async function bringNumbers(msEze: Person): Promise<void> {
  const course = (name: string, subject: string, year: string) =>
    ["310077", name, subject, year, "10", "10", "A", "yes", "Amman Academy"].join("\t");
  const credits = [
    "Student number\tCourse\tSubject\tSchool year\tAttempted\tEarned\tGrade\tA–G\tOther school",
    course("Arabic literature", "language", "2025–26"),
    course("Mathematics 9", "math", "2025–26"),
    course("Physics", "science", "2025–26"),
  ].join("\n");
  expect(await paste(msEze, "credits", credits)).toEqual({ added: 3, changed: 0 });
  const results = [
    "Student number\tTest\tArea\tSeason\tSchool year\tNot tested because",
    "310077\tMAP Growth\tReading\tFall\t2026–27\tarrived in November",
    "310077\tMAP Growth\tMath\tFall\t2026–27\tarrived in November",
  ].join("\n");
  expect(await paste(msEze, "results", results)).toEqual({ added: 2, changed: 0 });
}

/** Whether a PDF says Arabic words: each is drawn by itself, in the order of the paper. */
const hasArabic = (text: string, words: string): boolean =>
  words.split(" ").every((word) => text.normalize("NFKC").includes(word));

test("a newcomer from abroad: her outside credits count, she was not tested because, and her family reads the record in Arabic", async () => {
  const { lectern } = visited;
  const story = await aStudentWithAdviser(lectern.db);
  const { school, mrOkafor } = story;
  const msQuill = await addStaff(school, "Bernadette Quill", ["office"]);
  const msEze = await addStaff(school, "Ngozi Eze", ["school-administrator"]);
  const { amal, layla } = await arrive(story, msQuill);
  await bringNumbers(msEze);

  const { results } = await lectern.as(layla, () => listResults(amal.personId));
  expect(results.map(({ area, growthIs, notTestedBecause }) => [area, growthIs, notTestedBecause])).toEqual([
    ["language-arts", "not-tested", "arrived in November"],
    ["math", "not-tested", "arrived in November"],
  ]);
  const { audits } = await lectern.as(amal, () => readTranscript(amal.personId));
  expect(audits.map(({ plan, earned, standing }) => [plan, earned, standing])).toEqual([
    ["diploma-220", 30, "watch"],
    ["a-g", 3, "watch"],
  ]);

  const conferenceId = await arrangeConference(school, amal, mrOkafor, { state: "live", guests: [layla] });
  const needs = () => lectern.as(msQuill, () => listLanguageNeeds({ without: "interpreter", page: "" }));
  expect((await needs()).families.map(({ studentName }) => studentName)).toContain("Amal Haddad");
  const samira = { givenName: "Samira", familyName: "Nasser", language: "ar", email: null, phone: null };
  const { id: samiraId } = await lectern.as(msQuill, () =>
    addInterpreter({ person: samira, languages: ["ar"] }),
  );
  const { districtId } = school;
  await lectern.db
    .insertInto("participant")
    .values({ districtId, conferenceId, personId: samiraId, part: "interpreter", language: "ar" })
    .execute();
  expect((await needs()).families).toEqual([]);

  await lectern.db
    .updateTable("participant")
    .set({ attendance: "present" })
    .where("conferenceId", "=", conferenceId)
    .execute();
  const { id: recordId } = await lectern.as(mrOkafor, () => openRecord(conferenceId));
  const record = { ...story, itzel: amal, rosa: layla, conferenceId, recordId };
  await fillIn(lectern, record);
  await end(lectern, record, "held");
  const revision = await readAloud(lectern, record);
  await lectern.as(mrOkafor, () => sealRecord(recordId, revision));

  expect(JSON.stringify(await lectern.as(layla, () => readContent(recordId)))).toContain("أمل حداد");
  const hers = await wordsIn(await fetchPdf(lectern, layla, `/api/records/${recordId}/pdf`, "newcomer-ar"));
  for (const words of ["أمل حداد", "ليلى حداد", "سجل اللقاء", "الرياضيات"])
    expect(hasArabic(hers, words), words).toBe(true);
  expect(hers).toContain("Amal Haddad");
  const english = await wordsIn(await fetchPdf(lectern, mrOkafor, pdfAddress(recordId), "newcomer-en"));
  expect(english).toContain("Conference record");
  expect(hasArabic(english, "أمل حداد")).toBe(true);

  const page = await visited.openAs(layla, `/review/${conferenceId}`, { width: "phone" });
  page.setDefaultTimeout(10_000);
  await page.getByRole("link", { name: "العربية" }).waitFor();
  expect(await faultsOf(page, "newcomer-review")).toEqual([]);
  await page.goto(`/students/${amal.personId}/results`);
  await page
    .getByText(/arrived in November/)
    .first()
    .waitFor();
  expect(await faultsOf(page, "newcomer-results")).toEqual([]);
  await page.context().close();
}, 180_000);
