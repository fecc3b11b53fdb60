import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { makePreviews } from "#server/files/previews/make-previews.ts";
import { projectRoot } from "#server/project-root.ts";
import type { Lectern } from "#test/support/lectern.ts";
import { addResult } from "#test/support/numbers.ts";
import type { Person } from "#test/support/people.ts";
import { addSeason } from "#test/support/school.ts";
import { arrangeConference, aStudentWithAdviser, type Story } from "#test/support/story.ts";
import { aPdf, upload } from "#test/support/uploads.ts";
import { setGoal } from "#web/goals/goal.api.ts";
import { hangPiece, openPortfolio } from "#web/portfolios/portfolio.api.ts";
import { newGoal, promise } from "../goals/goal-story.ts";

/** Forty words, as a student in love with her subject writes them. */
export const longTitle =
  "Why the creek behind our school stops breathing every night in September, what six sites and two meters at five in the morning have to do with it, and what I think the city should measure before sunrise instead of noon";

interface PieceFacts {
  title: string;
  subject: string;
  language: string;
  versions: ({ stage: "draft" | "final" } & ({ fileId: string } | { body: string } | { url: string }))[];
  reflections: Record<string, string>;
}

/** Puts a piece on a student's shelf. */
export async function shelve({ db }: Lectern, student: Person, facts: PieceFacts): Promise<string> {
  const { districtId, personId: studentId } = student;
  const workSampleId = uuidv7();
  const { versions, reflections, ...piece } = facts;
  await db
    .insertInto("workSample")
    .values({ districtId, id: workSampleId, studentId, ...piece })
    .execute();
  for (const [at, { stage, ...content }] of versions.entries()) {
    const kind = "fileId" in content ? "file" : "body" in content ? "text" : "link";
    await db
      .insertInto("workVersion")
      .values({
        districtId,
        id: uuidv7(),
        workSampleId,
        number: at + 1,
        stage,
        kind,
        altText: piece.title,
        ...content,
      })
      .execute();
  }
  for (const [prompt, answer] of Object.entries(reflections))
    await db
      .insertInto("reflection")
      .values({ districtId, workSampleId, prompt, answer, language: piece.language })
      .execute();
  return workSampleId;
}

/** A picture or PDF of hers with its previews made. */
export async function aFile(lectern: Lectern, student: Person, name: string): Promise<string> {
  const content = name.endsWith(".pdf")
    ? await aPdf(4)
    : await readFile(join(projectRoot, "web/gallery", name));
  const { body } = await upload(lectern, student, name, content);
  await makePreviews(lectern.db, lectern.files, { districtId: student.districtId, fileId: body.id });
  return body.id;
}

/** Itzel two hours before her conference: a full shelf, five pieces on the wall, goals of spring and of now. */
export async function aFullWall(
  lectern: Lectern,
): Promise<Story & { conferenceId: string; portfolioId: string }> {
  const story = await aStudentWithAdviser(lectern.db);
  const { school, itzel, rosa, mrOkafor } = story;
  const file = (name: string) => aFile(lectern, itzel, name);
  const { portfolio } = await lectern.as(itzel, () => openPortfolio(itzel.personId));
  const portfolioId = portfolio?.id ?? "";
  const hang = async (section: string, privateNote: string, piece: PieceFacts) => {
    const workSampleId = await shelve(lectern, itzel, piece);
    const { sections } = (await lectern.as(itzel, () => openPortfolio(itzel.personId))).portfolio ?? {
      sections: [],
    };
    const after = sections.find(({ key }) => key === section)?.items.at(-1)?.id ?? null;
    await lectern.as(itzel, () => hangPiece(portfolioId, { workSampleId, section, after, privateNote }));
  };
  await hang("proud", "", {
    title: "Cranes, Pier 9",
    subject: "arts",
    language: "en",
    versions: [{ stage: "final", fileId: await file("linocut.webp") }],
    reflections: {
      proof:
        "The water. I cut 200 lines the same way and it looked like hair. Water is drawn by what you do not cut.",
    },
  });
  await hang(
    "growth",
    "Point at the circled “at lunch” on the draft\n5 am with Tío Beto’s truck. Three readings, because I thought the probe broke\nThe city samples at noon. Say it slowly\nAsk Mamá: did the creek smell when you were small?",
    {
      title: "The creek that stops breathing at night",
      subject: "science",
      language: "en",
      versions: [
        {
          stage: "draft",
          body: "I measured oxygen in Alder Creek at lunch on six sites. It looked healthy everywhere. I concluded that the creek is healthy.",
        },
        { stage: "final", fileId: await file("creek.webp") },
      ],
      reflections: {
        "draft-to-final": "I thought my creek was healthy. I had only ever met it at lunch.",
        "another-week":
          "I would measure after the first rain, because everything people told me about the smell was about rain.",
      },
    },
  );
  await hang("growth", "", {
    title: longTitle,
    subject: "english",
    language: "en",
    versions: [{ stage: "final", fileId: await file("study.pdf") }],
    reflections: {},
  });
  await hang("skill", "", {
    title: "رسائل جدّي التي لم يستطع أن يكتبها بنفسه",
    subject: "history",
    language: "ar",
    versions: [
      {
        stage: "final",
        body: "كان جدّي لا يعرف الكتابة، فكتبت له جارته رسائل إلى أخيه في الميناء. وجدتُ أربعين رسالة في صندوق.",
      },
    ],
    reflections: { proof: "أستطيع أن أغيّر رأيي عندما تتغيّر الأدلة." },
  });
  await shelve(lectern, itzel, {
    title: "Who is nearest to which stop?",
    subject: "math",
    language: "en",
    versions: [{ stage: "final", fileId: await file("busstop.webp") }],
    reflections: {},
  });
  await setGoals(lectern, story);
  await addResults(lectern, itzel);
  const conferenceId = await arrangeConference(school, itzel, mrOkafor, { guests: [rosa] });
  return { ...story, conferenceId, portfolioId };
}

/** One goal of spring to look back on, one begun for now. */
async function setGoals(lectern: Lectern, story: Story): Promise<void> {
  const { school, itzel, rosa } = story;
  const spring = await addSeason(school, {
    code: "2026-S",
    name: "Spring conferences",
    startsOn: "2026-03-02",
    endsOn: "2026-04-17",
    state: "open",
  });
  const { id: last } = await lectern.as(itzel, () =>
    setGoal(newGoal(story, { seasonId: spring, wording: "I hand in every lab report on time" })),
  );
  await promise(lectern, itzel, last, "student", "I start each report the day of the lab");
  await promise(lectern, itzel, last, "family", "The kitchen table is free from seven", rosa.householdId);
  await promise(lectern, itzel, last, "school", "Mr. Okafor looks at one draft each month");
  const { db } = lectern;
  await db.updateTable("promise").set({ state: "accepted" }).where("goalId", "=", last).execute();
  await db
    .updateTable("promise")
    .set({ kept: "partly", keptNote: "I missed October. I was away for two weeks." })
    .where("goalId", "=", last)
    .where("side", "=", "school")
    .execute();
  await db
    .updateTable("promise")
    .set({ kept: "kept" })
    .where("goalId", "=", last)
    .where("side", "=", "family")
    .execute();
  await db.updateTable("goal").set({ state: "agreed" }).where("id", "=", last).execute();
  await db.updateTable("season").set({ state: "closed" }).where("id", "=", spring).execute();
  const { id: now } = await lectern.as(itzel, () =>
    setGoal(
      newGoal(story, {
        wording: "I ask one question in every biology class",
        measure: "My notebook has a page of questions, one a day",
        dueOn: "2026-12-18",
      }),
    ),
  );
  await promise(lectern, itzel, now, "student", "I write the question down the evening before");
  await promise(lectern, itzel, now, "family", "Ask me at dinner what I asked", rosa.householdId);
  await promise(lectern, itzel, now, "school", "Mr. Okafor calls on me on Mondays");
}

/** Three sittings in math, growing. */
async function addResults({ db }: Lectern, student: Person): Promise<void> {
  const sittings = [
    { schoolYear: "2025–26", testWindow: "fall", score: 219, growth: null, growthExpected: null },
    { schoolYear: "2025–26", testWindow: "spring", score: 226, growth: 7, growthExpected: 6 },
    { schoolYear: "2026–27", testWindow: "fall", score: 237, growth: 11, growthExpected: 6 },
  ];
  for (const sitting of sittings) await addResult(db, student, sitting);
}
