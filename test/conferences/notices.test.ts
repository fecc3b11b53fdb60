import { expect, test } from "vitest";
import { remindComing } from "#server/participants/remind-coming.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addGuardian, addMentor, addPerson, addStaff, type Person } from "#test/support/people.ts";
import type { School } from "#test/support/school.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import {
  arrangeConference,
  cancelConference,
  changeConference,
  changeParticipant,
  readConference,
  removeParticipant,
  tellChange,
  type StaffConference,
} from "#web/conferences/conference.api.ts";
import { guests, letInterpret, tonight } from "./given.ts";

const lectern = useLectern();

test("a change reaches everybody concerned who may be written to, each in her language, and a call-off too", async () => {
  const { school, itzel, rosa, mrOkafor } = await withAddresses();
  const lucia = await addPerson(school, "Lucía Ferrer", { email: mailOf("lucia", itzel), language: "es" });
  await letInterpret(school, lucia, "es");
  const aunt = await addGuardian(school, itzel, "Marisol Duarte", {
    relationship: "aunt",
    mayBeContacted: false,
    email: mailOf("marisol", itzel),
  });
  const office = await addStaff(school, "Bernadette Quill", ["office"]);
  const { id } = await lectern.as(office, () =>
    arrangeConference(
      tonight(school, itzel, {
        participants: [...guests(rosa, aunt), { personId: lucia.personId, part: "interpreter" }],
      }),
    ),
  );
  expect(await letters(school)).toEqual(
    [
      [mrOkafor.personId, "conference-booked", "en"],
      [itzel.personId, "your-conference-set", "en"],
      [lucia.personId, "conference-booked", "es"],
      [rosa.personId, "conference-arranged", "es"],
    ].sort(),
  );
  await lectern.as(office, async () => {
    await changeConference(id, { field: "place", base: "Room 214", value: "Library" });
    expect(await readConference(id)).toMatchObject({ isTold: false });
    expect(await tellChange(id)).toEqual({ told: 4 });
    expect(await readConference(id)).toMatchObject({ isTold: true });
    await cancelConference(id);
  });
  const [, changed, off] = await lettersTo(school, rosa);
  expect(changed).toMatchObject({ template: "conference-changed", facts: { place: "Library" } });
  expect(off).toMatchObject({ template: "conference-cancelled", facts: { student: "Itzel", path: "/" } });
  expect(await lettersTo(school, itzel)).toHaveLength(3);
  expect(await lettersTo(school, aunt)).toEqual([]);
});

test("a time moved there and back is told twice, and whoever moved it writes to herself never", async () => {
  const { school, itzel, rosa, mrOkafor } = await withAddresses();
  await lectern.as(mrOkafor, async () => {
    const { id } = await arrangeConference(tonight(school, itzel, { participants: guests(rosa) }));
    const move = (base: string, value: string) => changeConference(id, { field: "startsAt", base, value });
    await move("2026-11-12T17:40", "2026-11-12T18:20");
    await move("2026-11-12T18:20", "2026-11-12T17:40");
  });
  const told = await lettersTo(school, rosa);
  expect(told.map(({ facts }) => (facts as { when: string }).when.slice(-10))).toHaveLength(3);
  expect((told[2]?.facts as { when: string }).when).toMatch(/5:40/);
  expect(await lettersTo(school, mrOkafor)).toEqual([]);
});

test("somebody asked later hears it alone, and nobody is told twice", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await withAddresses();
  const imani = await addMentor(school, itzel, "Imani Brooks");
  await lectern.as(mrOkafor, async () => {
    const { id } = await arrangeConference(tonight(school, itzel, { participants: guests(rosa) }));
    await changeParticipant(id, hector.personId, { part: "guardian" });
    await changeParticipant(id, imani.personId, { part: "mentor" });
    expect((await readConference(id)) as StaffConference).toMatchObject({ isTold: true });
  });
  expect(await lettersTo(school, hector)).toMatchObject([{ template: "conference-arranged" }]);
  expect(await lettersTo(school, rosa)).toHaveLength(1);
  expect(await lettersTo(school, imani)).toEqual([]);
});

test("another length is told at once, and the letter says how long it takes", async () => {
  const { school, itzel, rosa, mrOkafor } = await withAddresses();
  await lectern.as(mrOkafor, async () => {
    const { id } = await arrangeConference(tonight(school, itzel, { participants: guests(rosa) }));
    await changeConference(id, { field: "minutes", base: 30, value: 45 });
    expect(await readConference(id)).toMatchObject({ isTold: true });
  });
  const told = (await lettersTo(school, rosa)).map(({ template, facts }) => [template, minutesIn(facts)]);
  expect(told).toEqual([
    ["conference-arranged", 30],
    ["conference-changed", 45],
  ]);
  expect(await lettersTo(school, itzel)).toHaveLength(2);
});

test("a guardian taken off the list hears kindly that she is not expected, and alone; asked again, she hears the time", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await withAddresses();
  const { id } = await lectern.as(mrOkafor, async () => {
    const made = await arrangeConference(tonight(school, itzel, { participants: guests(rosa, hector) }));
    await removeParticipant(made.id, hector.personId);
    expect(await readConference(made.id)).toMatchObject({ isTold: true });
    return made;
  });
  const [, released] = await lettersTo(school, hector);
  expect(released).toMatchObject({ template: "conference-released", language: "es", facts: { path: "/" } });
  expect(await lettersTo(school, rosa)).toHaveLength(1);
  await send(school);
  await lectern.as(mrOkafor, () => changeParticipant(id, hector.personId, { part: "guardian" }));
  expect((await lettersTo(school, hector)).map(({ template }) => template)).toEqual([
    "conference-arranged",
    "conference-released",
    "conference-arranged",
  ]);
});

test("taken off by mistake and put back at once: nobody hears of it, unless something changed meanwhile", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await withAddresses();
  await lectern.as(mrOkafor, async () => {
    const { id } = await arrangeConference(tonight(school, itzel, { participants: guests(rosa, hector) }));
    await removeParticipant(id, hector.personId);
    await changeParticipant(id, hector.personId, { part: "guardian" });
    expect(await lettersTo(school, hector)).toHaveLength(1);
    await removeParticipant(id, hector.personId);
    await changeConference(id, { field: "startsAt", base: "2026-11-12T17:40", value: "2026-11-12T18:20" });
    await changeParticipant(id, hector.personId, { part: "guardian" });
  });
  const [, again, ...more] = await lettersTo(school, hector);
  expect(again).toMatchObject({ template: "conference-arranged" });
  expect((again?.facts as { when: string }).when).toMatch(/6:20/);
  expect(more).toEqual([]);
});

test("who may not be written to, has no address or may not come any more hears nothing when taken off", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await withAddresses();
  const aunt = await addGuardian(school, itzel, "Marisol Duarte", { email: null });
  const { id } = await lectern.as(mrOkafor, () =>
    arrangeConference(tonight(school, itzel, { participants: guests(rosa, hector, aunt) })),
  );
  await restrict(school, hector);
  await lectern.as(mrOkafor, async () => {
    await removeParticipant(id, hector.personId);
    await removeParticipant(id, aunt.personId);
  });
  expect((await lettersTo(school, hector)).map(({ template }) => template)).toEqual(["conference-arranged"]);
  expect(await lettersTo(school, aunt)).toEqual([]);
});

test("two days before, everybody who comes is reminded by day, once, in her language; a moved time reminds again", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await withAddresses();
  const imani = await addMentor(school, itzel, "Imani Brooks", { isMinor: true });
  const startsAt = "2026-11-19T17:40";
  const { id } = await lectern.as(mrOkafor, () =>
    arrangeConference(
      tonight(school, itzel, {
        startsAt,
        participants: [...guests(rosa, hector), { personId: imani.personId, part: "mentor" }],
      }),
    ),
  );
  await restrict(school, hector);
  const remindersAt = async (now: string) => {
    await remindComing(lectern.db, new Date(now));
    return (await listLetters(school)).filter(({ template }) => template.endsWith("conference-soon"));
  };
  expect(await remindersAt("2026-11-17T20:00:00Z")).toEqual([]); // more than two days before
  expect(await remindersAt("2026-11-18T14:00:00Z")).toEqual([]); // six in the morning
  const reminded = await remindersAt("2026-11-18T16:00:00Z");
  expect(reminded.map(({ personId, template, language }) => [personId, template, language]).sort()).toEqual(
    [
      [itzel.personId, "your-conference-soon", "en"],
      [rosa.personId, "conference-soon", "es"],
    ].sort(),
  );
  expect(await remindersAt("2026-11-19T18:00:00Z")).toHaveLength(2);
  await lectern.as(mrOkafor, () =>
    changeConference(id, { field: "startsAt", base: startsAt, value: "2026-11-23T17:40" }),
  );
  expect(await remindersAt("2026-11-22T18:00:00Z")).toHaveLength(4);
});

test("a conference set for tomorrow was told a moment ago: nobody is reminded the same day", async () => {
  const { school, itzel, rosa, mrOkafor } = await withAddresses();
  await lectern.as(mrOkafor, () =>
    arrangeConference(tonight(school, itzel, { startsAt: "2026-11-13T17:40", participants: guests(rosa) })),
  );
  await remindComing(lectern.db, new Date("2026-11-13T02:00:00Z"));
  expect(await lettersTo(school, rosa)).toHaveLength(1);
});

/** A court keeps a guardian away from now on. */
const restrict = ({ districtId }: School, { personId }: Person) =>
  lectern.db
    .updateTable("guardianship")
    .set({ mayAttend: false })
    .where("districtId", "=", districtId)
    .where("guardianId", "=", personId)
    .execute();

const minutesIn = (facts: unknown) => (facts as { minutes: number }).minutes;

/** Everything that waits goes out. */
const send = ({ districtId }: School) =>
  lectern.db
    .updateTable("outgoingMessage")
    .set({ state: "sent" })
    .where("districtId", "=", districtId)
    .execute();

const mailOf = (name: string, { personId }: Person) => `${name}.${personId.slice(-6)}@example.org`;

/** The family most tests tell of, all with addresses. */
async function withAddresses() {
  const story = await aStudentWithAdviser(lectern.db);
  const { itzel, hector, mrOkafor } = story;
  for (const person of [itzel, hector, mrOkafor])
    await lectern.db
      .updateTable("person")
      .set({ email: mailOf("mail", person) })
      .where("districtId", "=", person.districtId)
      .where("id", "=", person.personId)
      .execute();
  return story;
}

const listLetters = ({ districtId }: School) =>
  lectern.db
    .selectFrom("outgoingMessage")
    .select(["personId", "template", "language", "facts"])
    .where("districtId", "=", districtId)
    .orderBy("id")
    .execute();

const letters = async (school: School) =>
  (await listLetters(school))
    .map(({ personId, template, language }) => [personId, template, language])
    .sort();

const lettersTo = async (school: School, { personId }: Person) =>
  (await listLetters(school)).filter((letter) => letter.personId === personId);
