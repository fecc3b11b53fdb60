import { expect, test } from "vitest";
import { guests, letInterpret, tonight } from "#test/conferences/given.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addGuardian, addPerson, addStaff, addStudent } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";
import {
  arrangeConference,
  listConferences,
  readConference,
  type StaffConference,
} from "#web/conferences/conference.api.ts";
import { findTroubles, readSchedule, setSchedule, type Trouble } from "#web/schedules/schedule.api.ts";
import { aBrotherElsewhere, rowFor, scheduleOf } from "./given.ts";

const lectern = useLectern();

const conferencesOf = (story: Story) => lectern.as(story.mrOkafor, async () => (await listConferences()).led);
const troublesOf = (attempt: Promise<unknown>): Promise<Trouble[]> =>
  attempt.then(
    () => [],
    (problem: { status: number; code: string; current: Trouble[] }) => {
      expect([problem.status, problem.code]).toEqual([409, "rows-refused"]);
      return problem.current;
    },
  );

test("an adviser sets the conferences of her whole advisory in one go, and every family hears of its own", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const { school, itzel, kofi, rosa, hector, mrOkafor, advisoryId } = story;
  const { ids } = await lectern.as(mrOkafor, () =>
    setSchedule(
      advisoryId,
      scheduleOf(
        school,
        rowFor(kofi),
        rowFor(itzel, {
          startsAt: "2026-11-12T18:15",
          minutes: 40,
          language: "es",
          participants: guests(rosa, hector),
        }),
      ),
    ),
  );
  const hers = (await lectern.as(mrOkafor, () => readConference(ids[1] ?? ""))) as StaffConference;
  expect(hers).toMatchObject({
    startsAt: "2026-11-13T02:15:00.000Z",
    endsAt: "2026-11-13T02:55:00.000Z",
    language: "es",
    adviserName: "Daniel Okafor",
    isTold: true,
  });
  expect(hers.participants.map(({ name }) => name)).toEqual(["Héctor Navarro", "Rosa Duarte"]);
  const letters = await lectern.db
    .selectFrom("outgoingMessage")
    .select(["personId", "template"])
    .where("districtId", "=", school.districtId)
    .execute();
  expect(letters).toEqual([{ personId: rosa.personId, template: "conference-arranged" }]);
});

test("one time that does not work keeps all of them from being set, and says of which row, who and when", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const { school, itzel, kofi, rosa, advisoryId } = story;
  const { msHaddad, his, advisoryId: elsewhere } = await aBrotherElsewhere(school, rosa);
  await lectern.as(msHaddad, () => setSchedule(elsewhere, scheduleOf(school, his)));
  const asked = scheduleOf(
    school,
    rowFor(kofi, { startsAt: "2026-11-12T17:00" }),
    rowFor(itzel, { participants: guests(rosa) }),
  );
  const office = await addStaff(school, "Bernadette Quill", ["office"]);
  const expected = {
    row: 1,
    code: "participant-busy",
    who: "Rosa Duarte",
    startsAt: "2026-11-13T01:40:00.000Z",
  };
  const before = await lectern.as(office, () => findTroubles(advisoryId, asked));
  expect(before.troubles).toMatchObject([{ ...expected, student: "Mateo Navarro Duarte" }]);
  expect(await troublesOf(lectern.as(office, () => setSchedule(advisoryId, asked)))).toEqual(before.troubles);
  expect(await conferencesOf(story)).toEqual([]);
  // Her adviser may know that the mother is taken, not for which other child.
  const asAdviser = await lectern.as(story.mrOkafor, () => findTroubles(advisoryId, asked));
  expect(asAdviser.troubles).toMatchObject([{ ...expected, student: null }]);
});

test("two of the rows stand in each other's way: the adviser, a mother of two, an interpreter, one student's two homes", async () => {
  const { school, itzel, kofi, rosa, hector, mrOkafor, advisoryId } = await aStudentWithAdviser(lectern.db);
  const lucia = await addPerson(school, "Lucía Ferrer");
  await letInterpret(school, lucia, "es");
  const interpreter = { personId: lucia.personId, part: "interpreter" as const };
  const troubles = await troublesOf(
    lectern.as(mrOkafor, () =>
      setSchedule(
        advisoryId,
        scheduleOf(
          school,
          rowFor(itzel, { householdKey: rosa.householdId, participants: [...guests(rosa), interpreter] }),
          rowFor(itzel, {
            startsAt: "2026-11-12T18:00",
            householdKey: hector.householdId,
            participants: guests(hector),
          }),
          rowFor(kofi, { startsAt: "2026-11-12T18:05", participants: [interpreter] }),
          rowFor(kofi, { startsAt: "2026-11-12T19:00" }),
        ),
      ),
    ),
  );
  expect(troubles.map(({ row, code, who, student }) => [row, code, who, student])).toEqual([
    [1, "adviser-busy", "Daniel Okafor", "Itzel Navarro Duarte"],
    [1, "student-busy", null, "Itzel Navarro Duarte"],
    [2, "adviser-busy", "Daniel Okafor", "Itzel Navarro Duarte"],
    [2, "adviser-busy", "Daniel Okafor", "Itzel Navarro Duarte"],
    [2, "participant-busy", "Lucía Ferrer", "Itzel Navarro Duarte"],
    [3, "conference-exists", null, "Kofi Mensah-Boateng"],
  ]);
});

test("a room another adviser has at that time is named before, and can be shared all the same", async () => {
  const { school, itzel, mrOkafor, rosa, advisoryId } = await aStudentWithAdviser(lectern.db);
  const { msHaddad, his, advisoryId: elsewhere } = await aBrotherElsewhere(school, rosa);
  await lectern.as(msHaddad, () => setSchedule(elsewhere, scheduleOf(school, { ...his, participants: [] })));
  const asked = scheduleOf(school, rowFor(itzel, { place: " gym" }));
  await lectern.as(mrOkafor, async () => {
    expect(await findTroubles(advisoryId, asked)).toMatchObject({
      troubles: [{ row: 0, code: "place-shared", who: "Layla Haddad", place: "Gym", student: null }],
    });
    expect((await setSchedule(advisoryId, asked)).ids).toHaveLength(1);
  });
});

test("what is wrong with a row alone is said of that row: a time the clocks skip, a person a court keeps away", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const { school, itzel, kofi, mrOkafor, advisoryId } = story;
  const uncle = await addGuardian(school, itzel, "Efraín Duarte", {
    mayAttend: false,
    mayBeContacted: false,
  });
  const asked = scheduleOf(
    school,
    rowFor(kofi, { startsAt: "2027-03-14T02:30" }),
    rowFor(itzel, { participants: guests(uncle) }),
  );
  const found = await troublesOf(lectern.as(mrOkafor, () => setSchedule(advisoryId, asked)));
  expect(found.map(({ row, code }) => [row, code])).toEqual([
    [0, "no-such-time"],
    [1, "cannot-invite"],
  ]);
  expect(await conferencesOf(story)).toEqual([]);
});

test("two people who set the same evening at once: one has it all, the other has nothing and is told why", async () => {
  const story = await aStudentWithAdviser(lectern.db);
  const { school, itzel, kofi, rosa, mrOkafor, advisoryId } = story;
  const office = await addStaff(school, "Bernadette Quill", ["office"]);
  const rows = [
    rowFor(itzel, { participants: guests(rosa) }),
    rowFor(kofi, { startsAt: "2026-11-12T18:10" }),
  ];
  const answers = await Promise.allSettled([
    lectern.as(mrOkafor, () => setSchedule(advisoryId, scheduleOf(school, ...rows))),
    lectern.as(office, () => setSchedule(advisoryId, scheduleOf(school, ...rows.reverse()))),
    lectern.as(mrOkafor, () => arrangeConference(tonight(school, itzel, { participants: guests(rosa) }))),
  ]);
  const codes = answers.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  expect(codes).toHaveLength(2);
  expect(codes).not.toContain("try-again");
  expect([1, 2]).toContain((await conferencesOf(story)).length);
});

test("only students of that advisory, only while the season is open, and at most sixty", async () => {
  const { school, itzel, mrOkafor, advisoryId } = await aStudentWithAdviser(lectern.db);
  const stranger = await addStudent(school, "Priya Raman");
  await lectern.as(mrOkafor, async () => {
    await expect(setSchedule(advisoryId, scheduleOf(school, rowFor(stranger)))).rejects.toMatchObject({
      status: 404,
    });
    const many = Array.from({ length: 61 }, () => rowFor(itzel));
    await expect(setSchedule(advisoryId, scheduleOf(school, ...many))).rejects.toMatchObject({ status: 400 });
    await close(school.seasonId);
    await expect(setSchedule(advisoryId, scheduleOf(school, rowFor(itzel)))).rejects.toMatchObject({
      status: 409,
      code: "season-not-open",
    });
  });
});

const close = (seasonId: string) =>
  lectern.db.updateTable("season").set({ state: "closed" }).where("id", "=", seasonId).execute();

test("it begins with where the adviser met last, who may come, who met apart and what is set already", async () => {
  const { school, itzel, kofi, rosa, hector, mrOkafor, advisoryId } = await aStudentWithAdviser(lectern.db);
  await addGuardian(school, itzel, "Efraín Duarte", { mayAttend: false });
  const first = await lectern.as(mrOkafor, () => readSchedule(advisoryId));
  expect(first).toMatchObject({
    advisory: { name: "Daniel Okafor’s advisory", room: "214", zone: "America/Los_Angeles" },
    season: { id: school.seasonId, minutes: 30 },
    place: null,
  });
  expect(first.students[0]).toMatchObject({ name: "Itzel Navarro Duarte", metApart: false, conferences: [] });
  expect(first.students[0]?.people.guardians.map(({ personId }) => personId).sort()).toEqual(
    [rosa.personId, hector.personId].sort(),
  );
  const { id } = await lectern.as(mrOkafor, () =>
    arrangeConference(tonight(school, kofi, { place: "Library" })),
  );
  const then = await lectern.as(mrOkafor, () => readSchedule(advisoryId));
  expect(then.place).toBe("Library");
  expect(then.students[1]?.conferences).toMatchObject([{ id, state: "planned", household: null }]);
});
