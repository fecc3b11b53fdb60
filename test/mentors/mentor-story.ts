import { addCourse, addGrade } from "#test/support/numbers.ts";
import { sealHeldConference } from "#test/support/seal-record.ts";
import { holdConference } from "#test/support/past-conference.ts";
import { uuidv7 } from "uuidv7";
import type { Lectern } from "#test/support/lectern.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import type { Person } from "#test/support/people.ts";
import {
  answerProposal,
  listMentors,
  proposeMentor,
  type NewProposal,
  type ProposalAnswer,
} from "#web/mentors/mentor.api.ts";

/** Coach Prats, as Itzel types him in. */
export const coach = (facts: Partial<NewProposal> = {}): NewProposal => ({
  name: "Joaquín Prats",
  line: "Robotics coach",
  knownFrom: "He has coached us since seventh grade",
  email: `coach.${uuidv7().slice(-8)}@example.org`,
  isMinor: false,
  language: "en",
  ...facts,
});

/** A plain yes, until the season ends. */
export const yes = (facts: Partial<ProposalAnswer> = {}): ProposalAnswer => ({
  answer: "approved",
  word: "Good choice.",
  isMinor: false,
  untilOn: null,
  conferenceId: null,
  ...facts,
});

/** Itzel asked, Mr. Okafor said yes: the mentor as a person who can sign in. */
export async function approvedMentor(
  lectern: Lectern,
  story: Story,
  proposal: NewProposal = coach(),
  answer: ProposalAnswer = yes({ isMinor: proposal.isMinor }),
): Promise<Person> {
  const { itzel, mrOkafor, school } = story;
  const { id } = await lectern.as(itzel, () => proposeMentor(itzel.personId, proposal));
  await lectern.as(mrOkafor, () => answerProposal(id, answer));
  const { mentors } = await lectern.as(itzel, () => listMentors(itzel.personId));
  const mentor = mentors.find(({ name }) => name === proposal.name);
  if (!mentor) throw new Error(`${proposal.name} is no mentor.`);
  const accountId = uuidv7();
  await lectern.db.insertInto("account").values({ id: accountId }).execute();
  await lectern.db
    .updateTable("person")
    .set({ accountId })
    .where("districtId", "=", school.districtId)
    .where("id", "=", mentor.mentorId)
    .execute();
  return { districtId: school.districtId, personId: mentor.mentorId, accountId, name: proposal.name };
}

/** What Itzel showed on Monday: a piece, a goal and a test result; the record of it is finished. */
export interface Shown extends Story {
  readonly conferenceId: string;
  readonly presentationId: string;
  readonly recordId: string;
  readonly items: { readonly work: string; readonly goal: string; readonly result: string };
}

/** Itzel after a conference. */
export async function aStudentWhoShowed(lectern: Lectern): Promise<Shown> {
  const story = await aStudentWithAdviser(lectern.db);
  const { school, itzel, mrOkafor, rosa } = story;
  await addGrade(lectern.db, itzel);
  await addCourse(lectern.db, itzel);
  const held = await holdConference(school, itzel, mrOkafor, { sealed: false });
  await sealHeldConference(school, {
    ...held,
    student: itzel,
    adviser: mrOkafor,
    guardian: rosa,
    comments: "Thank you",
  });
  const items = { work: uuidv7(), goal: uuidv7(), result: uuidv7() };
  const shown = {
    work: { title: "The creek at night", segment: "proud", versions: [], reflections: [] },
    goal: { wording: "Read one chapter a night", segment: "goals" },
    result: { test: "MAP Growth", segment: "results", sittings: [{ score: 221 }] },
  };
  for (const [position, kind] of (["work", "goal", "result"] as const).entries())
    await lectern.db
      .insertInto("presentationItem")
      .values({
        districtId: school.districtId,
        id: items[kind],
        presentationId: held.presentationId,
        position: position + 1,
        kind,
        audience: kind === "result" ? "numbers" : "all",
        schemaVersion: 1,
        snapshot: JSON.stringify({ schemaVersion: 1, kind, ...shown[kind] }),
      })
      .execute();
  return { ...story, ...held, items };
}

/** The letters somebody was sent, by template. */
export async function lettersTo(lectern: Lectern, personId: string): Promise<string[]> {
  const rows = await lectern.db
    .selectFrom("outgoingMessage")
    .select("template")
    .where("personId", "=", personId)
    .orderBy("createdAt")
    .execute();
  return rows.map(({ template }) => template);
}
