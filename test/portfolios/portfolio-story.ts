import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Lectern } from "#test/support/lectern.ts";
import type { Person } from "#test/support/people.ts";
import { arrangeConference, aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { hangPiece, openPortfolio, type PortfolioPage } from "#web/portfolios/portfolio.api.ts";

/** A piece of written work on a student's shelf, with one answered question. */
export async function addPiece(
  { db }: Lectern,
  student: Person,
  title: string,
  { body = "What I cut out of the water is what you see.", fileId = null as string | null } = {},
): Promise<string> {
  const { districtId, personId: studentId } = student;
  const workSampleId = uuidv7();
  await db
    .insertInto("workSample")
    .values({ districtId, id: workSampleId, studentId, title, subject: "arts" })
    .execute();
  await db
    .insertInto("workVersion")
    .values({
      districtId,
      id: uuidv7(),
      workSampleId,
      number: 1,
      stage: "final",
      ...(fileId === null ? { kind: "text", body } : { kind: "file", fileId, altText: "A linocut" }),
    })
    .execute();
  await db
    .insertInto("reflection")
    .values({ districtId, workSampleId, prompt: "proof", answer: `The water in ${title}` })
    .execute();
  return workSampleId;
}

/** A picture the student sent up. */
export async function addFile({ db }: Lectern, { districtId, personId: ownerId }: Person): Promise<string> {
  const id = uuidv7();
  await db
    .insertInto("storedFile")
    .values({
      districtId,
      id,
      ownerId,
      name: "cranes.png",
      mediaType: "image/png",
      bytes: 4,
      sha256: createHash("sha256").update(id).digest(),
      storageKey: id,
    })
    .execute();
  return id;
}

/** What the student's wall looks like to somebody. */
export const wallAs = (lectern: Lectern, reader: Person, student: Person): Promise<PortfolioPage> =>
  lectern.as(reader, () => openPortfolio(student.personId));

/** The titles that hang in each section. */
export const titlesOn = (page: PortfolioPage): Record<string, string[]> =>
  Object.fromEntries(
    (page.portfolio?.sections ?? []).map(({ key, items }) => [key, items.map(({ piece }) => piece.title)]),
  );

export interface WallStory extends Story {
  readonly portfolioId: string;
  hang(
    title: string,
    section: string,
    after?: string | null,
  ): Promise<{ itemId: string; workSampleId: string }>;
}

/** Itzel in front of her empty wall. */
export async function aStudentWithPortfolio(lectern: Lectern): Promise<WallStory> {
  const story = await aStudentWithAdviser(lectern.db);
  const page = await wallAs(lectern, story.itzel, story.itzel);
  const portfolioId = page.portfolio?.id ?? "";
  async function hang(title: string, section: string, after: string | null = null) {
    const workSampleId = await addPiece(lectern, story.itzel, title);
    const { id } = await lectern.as(story.itzel, () =>
      hangPiece(portfolioId, { workSampleId, section, after, privateNote: "" }),
    );
    return { itemId: id, workSampleId };
  }
  return { ...story, portfolioId, hang };
}

/** Itzel's three pieces on the wall, her goals and a conference with her mother tonight. */
export async function aConferenceTonight(lectern: Lectern) {
  const story = await aStudentWithPortfolio(lectern);
  const cranes = await story.hang("Cranes, Pier 9", "proud");
  const creek = await story.hang("The creek", "growth");
  const letters = await story.hang("The letters", "skill");
  const conferenceId = await arrangeConference(story.school, story.itzel, story.mrOkafor, {
    guests: [story.rosa],
  });
  return { ...story, cranes, creek, letters, conferenceId };
}

/** Lets somebody sit in the room. */
export async function seat(
  { db }: Lectern,
  conferenceId: string,
  { districtId, personId }: Person,
  part: "guardian" | "mentor" | "guest" | "interpreter",
): Promise<void> {
  await db.insertInto("participant").values({ districtId, conferenceId, personId, part }).execute();
}
