import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addGuardian, addStudent, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser, arrangeConference } from "#test/support/story.ts";
import { listConferences } from "#web/conferences/conference.api.ts";
import { readContent } from "#web/records/record.api.ts";
import { readPresentation } from "#web/stage/stage.api.ts";
import {
  answerProposal,
  changeConsent,
  closeItem,
  endMentorship,
  listChoosable,
  listMentees,
  listMentors,
  openItem,
  proposeMentor,
  withdrawProposal,
} from "#web/mentors/mentor.api.ts";
import { approvedMentor, aStudentWhoShowed, coach, lettersTo, yes, type Shown } from "./mentor-story.ts";

const lectern = useLectern();

const seesOf = async (mentor: Person, { presentationId }: Shown): Promise<string[]> =>
  (await lectern.as(mentor, () => readPresentation(presentationId))).items.map(({ shown }) => shown.kind);

async function seat({ school, conferenceId }: Shown, mentor: Person): Promise<void> {
  const { districtId } = school;
  await lectern.db
    .insertInto("participant")
    .values({ districtId, conferenceId, personId: mentor.personId, part: "mentor", attendance: "present" })
    .execute();
}

test("a coach comes in by the student’s wish, the adviser’s yes and nobody’s silence", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const { itzel, mrOkafor, rosa } = story;
  const conferenceId = await arrangeConference(story.school, itzel, mrOkafor, { guests: [rosa] });
  const { id } = await lectern.as(itzel, () => proposeMentor(itzel.personId, coach()));
  const asked = await lectern.as(mrOkafor, () => listMentors(itzel.personId));
  expect(asked.proposals).toMatchObject([{ name: "Joaquín Prats", standing: "clear", state: "proposed" }]);
  expect((await lectern.as(rosa, () => listMentors(itzel.personId))).proposals).toEqual([]);
  expect(await lettersTo(lectern, rosa.personId)).toEqual([]);

  await lectern.as(mrOkafor, () => answerProposal(id, yes({ conferenceId })));
  const { mentors } = await lectern.as(itzel, () => listMentors(itzel.personId));
  expect(mentors).toMatchObject([
    { name: "Joaquín Prats", untilOn: "2026-12-18", numbers: false, record: false },
  ]);
  expect(await lettersTo(lectern, rosa.personId)).toEqual(["mentor-approved"]);
  expect(await lettersTo(lectern, mentors[0]!.mentorId)).toEqual(["mentor-invited", "conference-booked"]);
  const { own } = await lectern.as(itzel, () => listConferences());
  expect(own[0]?.participants.map(({ name, part }) => [name, part])).toContainEqual([
    "Joaquín Prats",
    "mentor",
  ]);
});

test("an answer is given once, and a wish can be taken back before it", async () => {
  const { itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const { id } = await lectern.as(itzel, () => proposeMentor(itzel.personId, coach()));
  await expect(lectern.as(itzel, () => proposeMentor(itzel.personId, coach()))).rejects.toMatchObject({
    code: "mentor-proposed-already",
  });
  await lectern.as(itzel, () => withdrawProposal(id));
  await expect(lectern.as(mrOkafor, () => answerProposal(id, yes()))).rejects.toMatchObject({
    code: "proposal-answered",
  });
});

test("a restricted uncle typed in as mentor is caught by his name, and the student learns only that the answer is no", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await addGuardian(school, itzel, "Efraín Duarte", {
    relationship: "uncle",
    mayAttend: false,
    mayInspectRecords: false,
    email: `efrain.${itzel.personId.slice(-6)}@example.org`,
  });
  const typed = coach({ name: "Efrain  DUARTE", line: "Soccer coach" });
  const { id } = await lectern.as(itzel, () => proposeMentor(itzel.personId, typed));

  expect((await lectern.as(itzel, () => listMentors(itzel.personId))).proposals).toMatchObject([
    { state: "proposed", standing: null },
  ]);
  expect((await lectern.as(mrOkafor, () => listMentors(itzel.personId))).proposals).toMatchObject([
    { standing: "barred" },
  ]);
  await expect(lectern.as(mrOkafor, () => answerProposal(id, yes()))).rejects.toMatchObject({
    status: 409,
    code: "mentor-barred",
  });
  await lectern.as(mrOkafor, () =>
    answerProposal(id, yes({ answer: "declined", word: "Come and talk to me." })),
  );
  const hers = JSON.stringify(await lectern.as(itzel, () => listMentors(itzel.personId)));
  expect(hers).toContain("Come and talk to me.");
  expect(hers).not.toMatch(/barred|court|restrict/i);
});

test("the same uncle under another name is caught by his address, and half his name makes the adviser look", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const email = `efrain.${itzel.personId.slice(-6)}@example.org`;
  await addGuardian(school, itzel, "Efraín Duarte", { relationship: "uncle", mayAttend: false, email });
  const standingOf = async (name: string, address: string | null) => {
    const { id } = await lectern.as(itzel, () =>
      proposeMentor(itzel.personId, coach({ name, email: address })),
    );
    const { proposals } = await lectern.as(mrOkafor, () => listMentors(itzel.personId));
    return proposals.find((proposal) => proposal.id === id)?.standing;
  };
  expect(await standingOf("Coach Bob", email.toUpperCase())).toBe("barred");
  expect(await standingOf("Uncle Efraín", null)).toBe("look");
  expect(await standingOf("Imani Brooks", null)).toBe("clear");
});

test("somebody approved whom a court keeps away later sees nothing any more", async () => {
  const story = await aStudentWhoShowed(lectern);
  const { itzel, school, items } = story;
  const mentor = await approvedMentor(lectern, story);
  await lectern.as(itzel, () => openItem(itzel.personId, mentor.personId, items.work));
  expect(await seesOf(mentor, story)).toEqual(["work"]);
  const guardian = await addGuardian(school, itzel, "Somebody Else", {
    mayAttend: false,
    mayInspectRecords: false,
  });
  await lectern.db
    .updateTable("guardianship")
    .set({ guardianId: mentor.personId })
    .where("districtId", "=", school.districtId)
    .where("guardianId", "=", guardian.personId)
    .execute();
  await expect(seesOf(mentor, story)).rejects.toMatchObject({ status: 404 });
  expect((await lectern.as(mentor, () => listMentees())).students).toEqual([]);
});

test("a coach sees what was chosen; numbers only while the family agrees", async () => {
  const story = await aStudentWhoShowed(lectern);
  const { itzel, rosa, items } = story;
  const mentor = await approvedMentor(lectern, story);
  const of = [itzel.personId, mentor.personId] as const;
  await expect(seesOf(mentor, story)).rejects.toMatchObject({ status: 404 });

  for (const item of [items.work, items.result]) await lectern.as(itzel, () => openItem(...of, item));
  expect(await seesOf(mentor, story)).toEqual(["work"]);
  await lectern.as(rosa, () => changeConsent(...of, { field: "numbers", base: false, value: true }));
  expect(await seesOf(mentor, story)).toEqual(["work", "result"]);
  await lectern.as(rosa, () => changeConsent(...of, { field: "numbers", base: true, value: false }));
  expect(await seesOf(mentor, story)).toEqual(["work"]);
  await expect(
    lectern.as(itzel, () => changeConsent(...of, { field: "numbers", base: false, value: true })),
  ).rejects.toMatchObject({ status: 404 });

  await lectern.as(itzel, () => closeItem(...of, items.work));
  await expect(lectern.as(itzel, () => closeItem(...of, items.work))).rejects.toMatchObject({ status: 404 });
});

test("a copy of the record is a consent of its own, without numbers unless those are agreed to as well", async () => {
  const story = await aStudentWhoShowed(lectern);
  const { itzel, rosa, recordId, school } = story;
  expect((await lectern.as(rosa, () => readContent(recordId))).core.grades).toHaveLength(1);
  const mentor = await approvedMentor(lectern, story);
  const of = [itzel.personId, mentor.personId] as const;
  await seat(story, mentor);
  const read = () => lectern.as(mentor, () => readContent(recordId));
  await expect(read()).rejects.toMatchObject({ status: 404 });

  await lectern.as(rosa, () => changeConsent(...of, { field: "record", base: false, value: true }));
  expect((await lectern.as(mentor, () => listMentees())).students[0]?.records).toHaveLength(1);
  const copy = await read();
  expect(copy.core).toMatchObject({ results: [], needs: [], supportPlans: [], signed: [], room: null });
  expect(copy.core).toMatchObject({ grades: [], credits: [] });
  expect(copy.core.fields).not.toHaveProperty("mathNotTested");
  expect(copy.core.goals).toHaveLength(1);
  expect(copy.annexes).toEqual([]);

  await lectern.as(rosa, () => changeConsent(...of, { field: "numbers", base: false, value: true }));
  const withNumbers = await read();
  expect(withNumbers.core.fields).toHaveProperty("mathNotTested");
  expect(withNumbers.core.grades).toHaveLength(1);
  expect(withNumbers.core.credits).not.toEqual([]);

  const stranger = await approvedMentor(lectern, story, coach({ name: "Imani Brooks" }));
  await lectern.as(rosa, () =>
    changeConsent(itzel.personId, stranger.personId, { field: "record", base: false, value: true }),
  );
  await expect(lectern.as(stranger, () => readContent(recordId))).rejects.toMatchObject({ status: 404 });
  expect(school.districtId).toBe(stranger.districtId);
});

test("a minor mentor sees chosen work alone, whatever is asked for her", async () => {
  const story = await aStudentWhoShowed(lectern);
  const { itzel, rosa, items } = story;
  const mentor = await approvedMentor(lectern, story, coach({ name: "Theo Baptiste", isMinor: true }));
  const of = [itzel.personId, mentor.personId] as const;
  await expect(
    lectern.as(rosa, () => changeConsent(...of, { field: "numbers", base: false, value: true })),
  ).rejects.toMatchObject({ code: "minor-mentor" });
  for (const item of [items.goal, items.result])
    await expect(lectern.as(itzel, () => openItem(...of, item))).rejects.toMatchObject({ status: 404 });
  const choosable = await lectern.as(itzel, () => listChoosable(...of));
  expect(choosable.items.map(({ kind }) => kind)).toEqual(["work"]);
  await lectern.as(itzel, () => openItem(...of, items.work));

  // Even rows that say otherwise open nothing.
  await lectern.db
    .updateTable("mentorship")
    .set({ numbersConsentAt: lectern.now, recordConsentAt: lectern.now })
    .where("mentorId", "=", mentor.personId)
    .execute();
  await lectern.db
    .insertInto("mentorItem")
    .values({
      districtId: mentor.districtId,
      presentationItemId: items.result,
      mentorId: mentor.personId,
      expiresAt: "2026-12-18T00:00:00Z",
    })
    .execute();
  await seat(story, mentor);
  expect(await seesOf(mentor, story)).toEqual(["work"]);
  await expect(lectern.as(mentor, () => readContent(story.recordId))).rejects.toMatchObject({ status: 404 });
});

test("an older student named as grown up is still a minor mentor", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const email = `theo.${story.itzel.personId.slice(-6)}@example.org`;
  const theo = await addStudent(story.school, "Theo Baptiste", { email, grade: 12 });
  const { id } = await lectern.as(story.itzel, () =>
    proposeMentor(story.itzel.personId, coach({ name: "Theo Baptiste", email, isMinor: false })),
  );
  await lectern.as(story.mrOkafor, () => answerProposal(id, yes()));
  const { mentors } = await lectern.as(story.itzel, () => listMentors(story.itzel.personId));
  expect(mentors).toMatchObject([{ mentorId: theo.personId, isMinor: true }]);
});

test("what was open closes on its day, and at once when somebody ends it", async () => {
  const story = await aStudentWhoShowed(lectern);
  const { itzel, rosa, mrOkafor, items } = story;
  const mentor = await approvedMentor(lectern, story, coach(), yes({ untilOn: "2026-11-20" }));
  const of = [itzel.personId, mentor.personId] as const;
  await lectern.as(itzel, () => openItem(...of, items.work));
  const tonight = lectern.now;
  lectern.now = new Date("2026-11-21T07:58:00Z"); // still the 20th in California
  expect(await seesOf(mentor, story)).toEqual(["work"]);
  lectern.now = new Date("2026-11-21T08:01:00Z");
  await expect(seesOf(mentor, story)).rejects.toMatchObject({ status: 404 });
  lectern.now = tonight;

  await lectern.as(rosa, () => endMentorship(...of, "We do not want this."));
  await expect(seesOf(mentor, story)).rejects.toMatchObject({ status: 404 });
  const told = await lectern.as(mrOkafor, () => listMentors(itzel.personId));
  expect(told.mentors).toMatchObject([
    { state: "ended", endedAs: "family", endedBecause: "We do not want this.", itemsGiven: 0 },
  ]);
});

test("at 18 the student consents herself and her mother is not asked", async () => {
  const story = await aStudentWhoShowed(lectern);
  const { itzel, rosa, items, school } = story;
  await lectern.db
    .updateTable("student")
    .set({ bornOn: "2008-11-01" })
    .where("districtId", "=", school.districtId)
    .where("personId", "=", itzel.personId)
    .execute();
  const mentor = await approvedMentor(lectern, story);
  const of = [itzel.personId, mentor.personId] as const;
  expect(await lettersTo(lectern, rosa.personId)).not.toContain("mentor-approved");
  const consent = { field: "numbers", base: false, value: true } as const;
  await expect(lectern.as(rosa, () => changeConsent(...of, consent))).rejects.toMatchObject({ status: 404 });
  await lectern.as(itzel, () => changeConsent(...of, consent));
  await lectern.as(itzel, () => openItem(...of, items.result));
  expect(await seesOf(mentor, story)).toEqual(["result"]);
});
