import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import {
  addAdvisory,
  addGuardian,
  addMentor,
  addPerson,
  addStaff,
  addStudent,
  answerFor,
  joinAdvisory,
} from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import {
  arrangeConference,
  cancelConference,
  listConferences,
  readConference,
  type StaffConference,
} from "#web/conferences/conference.api.ts";
import { listInvitable } from "#web/people/people.api.ts";
import { guests, letInterpret, refusal, tonight, typedIn } from "./given.ts";

const lectern = useLectern();

test("an adviser sets a conference by hand, at the time the school's clocks will show", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const imani = await addMentor(school, itzel, "Imani Brooks");
  const lucia = await addPerson(school, "Lucía Ferrer");
  await letInterpret(school, lucia, "es");
  const conference = await lectern.as(mrOkafor, async () => {
    const { id } = await arrangeConference(
      tonight(school, itzel, {
        participants: [
          ...guests(rosa),
          { personId: hector.personId, part: "guardian", expected: "remote" },
          { personId: imani.personId, part: "mentor" },
          { personId: lucia.personId, part: "interpreter" },
        ],
      }),
    );
    return (await readConference(id)) as StaffConference;
  });
  expect(conference).toMatchObject({
    audience: "staff",
    startsAt: "2026-11-13T01:40:00.000Z",
    endsAt: "2026-11-13T02:10:00.000Z",
    place: "Room 214",
    state: "planned",
    adviserName: "Daniel Okafor",
    mayArrange: true,
    mayRun: true,
  });
  expect(conference.participants.map(({ name, part, expected }) => [name, part, expected])).toEqual([
    ["Héctor Navarro", "guardian", "remote"],
    ["Rosa Duarte", "guardian", "present"],
    ["Imani Brooks", "mentor", "present"],
    ["Lucía Ferrer", "interpreter", "present"],
  ]);
});

test("two advisers book one student at the same moment: one has her, the other is told", async () => {
  const { school, itzel, mrOkafor, advisoryId } = await aStudentWithAdviser(lectern.db);
  const msPetrescu = await addStaff(school, "Mirela Petrescu");
  await joinAdvisory(school, advisoryId, msPetrescu, { part: "co-adviser" });
  const both = await Promise.allSettled([
    lectern.as(mrOkafor, () => arrangeConference(tonight(school, itzel))),
    lectern.as(msPetrescu, () => arrangeConference(tonight(school, itzel, { startsAt: "2026-11-12T17:50" }))),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const loser = both.find((each) => each.status === "rejected");
  expect(["adviser-busy", "student-busy", "conference-exists"]).toContain(loser?.reason.code);
});

test("ten bookings of one evening at once: one stands, and nobody waits in a circle", async () => {
  const { school, itzel, kofi, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const asked = Array.from({ length: 10 }, (_, index) =>
    lectern.as(mrOkafor, () =>
      arrangeConference(
        index % 2 === 0
          ? tonight(school, itzel, { participants: guests(rosa) })
          : tonight(school, kofi, { startsAt: "2026-11-12T17:45" }),
      ),
    ),
  );
  const answers = await Promise.allSettled(asked);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const codes = answers.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
  expect(new Set(codes).has("try-again")).toBe(false);
});

test("one adviser cannot be in two conferences at once, but may go straight from one to the next", async () => {
  const { school, itzel, kofi, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await lectern.as(mrOkafor, async () => {
    await arrangeConference(tonight(school, itzel));
    await expect(
      arrangeConference(tonight(school, kofi, { startsAt: "2026-11-12T18:00" })),
    ).rejects.toMatchObject(refusal("adviser-busy"));
    await arrangeConference(tonight(school, kofi, { startsAt: "2026-11-12T18:10" }));
  });
});

test("a mother of two is in one place at a time, until one of the conferences is called off", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const brother = await addStudent(school, "Mateo Navarro Duarte", { grade: 7 });
  await answerFor(school, brother, rosa);
  const msHaddad = await addStaff(school, "Layla Haddad");
  await addAdvisory(school, msHaddad, [brother]);
  const { id } = await lectern.as(mrOkafor, () =>
    arrangeConference(tonight(school, itzel, { participants: guests(rosa) })),
  );
  const his = tonight(school, brother, { participants: guests(rosa) });
  await expect(lectern.as(msHaddad, () => arrangeConference(his))).rejects.toMatchObject(
    refusal("participant-busy"),
  );
  await lectern.as(mrOkafor, () => cancelConference(id));
  await lectern.as(msHaddad, () => arrangeConference(his));
});

test("a student has one open conference a season, unless each home has its own", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await lectern.as(mrOkafor, async () => {
    await arrangeConference(tonight(school, itzel, { householdKey: rosa.householdId }));
    await expect(
      arrangeConference(
        tonight(school, itzel, { householdKey: rosa.householdId, startsAt: "2026-11-13T17:40" }),
      ),
    ).rejects.toMatchObject(refusal("conference-exists"));
    await arrangeConference(
      tonight(school, itzel, { householdKey: hector.householdId, startsAt: "2026-11-13T17:40" }),
    );
  });
});

test("a person whom a court keeps away is neither offered nor taken, by id or by name", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const uncle = await addGuardian(school, itzel, "Efraín Duarte", {
    relationship: "uncle",
    mayAttend: false,
    mayBeContacted: false,
    mayInspectRecords: false,
  });
  await lectern.as(mrOkafor, async () => {
    const offered = await listInvitable(itzel.personId);
    expect(JSON.stringify(offered)).not.toContain("Efra");
    for (const invitation of [
      ...guests(uncle),
      { personId: uncle.personId, part: "guest" as const },
      { personId: uncle.personId, part: "guest" as const, name: "Somebody else" },
      { personId: uncle.personId, part: "interpreter" as const, language: "es" },
      typedIn("efrain DUARTE", "uncle"),
      typedIn("Efraín Duarte Solís", "a friend"),
    ])
      await expect(
        arrangeConference(tonight(school, itzel, { participants: [...guests(rosa), invitation] })),
      ).rejects.toMatchObject(refusal("cannot-invite"));
  });
  expect(await lectern.as(uncle, () => listConferences())).toMatchObject({ family: [] });
});

test("a restriction, an unknown person, a mentor not approved and a stranger are refused in the same words", async () => {
  const { school, itzel, kofi, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const uncle = await addGuardian(school, itzel, "Efraín Duarte", { mayAttend: false });
  const proposed = await addMentor(school, itzel, "Tove Lindqvist", { state: "proposed" });
  const kofisMother = await addGuardian(school, kofi, "Abena Mensah");
  const answers = await Promise.all(
    [
      { personId: uncle.personId, part: "guardian" as const },
      { personId: proposed.personId, part: "mentor" as const },
      { personId: kofisMother.personId, part: "guardian" as const },
      { personId: kofi.personId, part: "interpreter" as const, language: "es" },
      { personId: crypto.randomUUID(), part: "guardian" as const },
    ].map((invitation) =>
      lectern.as(mrOkafor, async () => {
        const given = tonight(school, itzel, { participants: [invitation] });
        return await arrangeConference(given).catch(({ status, code, detail, field }) => ({
          status,
          code,
          detail,
          field,
        }));
      }),
    ),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject(refusal("cannot-invite"));
});

test("she turned 18 last week, so her mother is not invited unless she agreed", async () => {
  const { school, mrOkafor, advisoryId } = await aStudentWithAdviser(lectern.db);
  const noor = await addStudent(school, "Noor Hassan Abdi", { grade: 12, bornOn: "2008-11-05" });
  await lectern.db
    .insertInto("advisoryStudent")
    .values({ districtId: school.districtId, advisoryId, studentId: noor.personId, fromOn: "2026-08-24" })
    .execute();
  const mother = await addGuardian(school, noor, "Hodan Hassan");
  const given = tonight(school, noor, { participants: guests(mother) });
  await expect(lectern.as(mrOkafor, () => arrangeConference(given))).rejects.toMatchObject(
    refusal("cannot-invite"),
  );
  await lectern.db
    .insertInto("adultStudentConsent")
    .values({
      districtId: school.districtId,
      studentId: noor.personId,
      personId: mother.personId,
      mayInspect: false,
      mayAttend: true,
      givenAt: lectern.now,
    })
    .execute();
  await lectern.as(mrOkafor, () => arrangeConference(given));
  expect((await lectern.as(mother, () => listConferences())).family).toHaveLength(1);
});

test("a grandmother on no list is typed in by name, and can be ticked for the next conference", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const abuela = typedIn("Guadalupe Solís", "grandmother");
  await lectern.as(mrOkafor, async () => {
    const { id } = await arrangeConference(tonight(school, itzel, { participants: [abuela] }));
    const conference = (await readConference(id)) as StaffConference;
    expect(conference.participants).toMatchObject([
      { name: "Guadalupe Solís", part: "guest", relationship: "grandmother" },
    ]);
    await cancelConference(id);
    await arrangeConference(
      tonight(school, itzel, { participants: [{ personId: abuela.personId, part: "guest" }] }),
    );
  });
});

test("a substitute arranges within her period, and not a day later", async () => {
  const { school, itzel, advisoryId } = await aStudentWithAdviser(lectern.db);
  const substitute = await addStaff(school, "Tomasz Wójcik");
  await joinAdvisory(school, advisoryId, substitute, {
    part: "substitute",
    fromOn: "2026-11-09",
    untilOn: "2026-11-12",
  });
  const { id } = await lectern.as(substitute, () => arrangeConference(tonight(school, itzel)));
  const conference = await lectern.as(substitute, () => readConference(id));
  expect(conference).toMatchObject({ adviserName: "Daniel Okafor", mayRun: true });
  await lectern.db
    .updateTable("advisoryAdviser")
    .set({ untilOn: "2026-11-11" })
    .where("personId", "=", substitute.personId)
    .execute();
  await expect(lectern.as(substitute, () => readConference(id))).rejects.toMatchObject({ status: 404 });
  await expect(lectern.as(substitute, () => arrangeConference(tonight(school, itzel)))).rejects.toMatchObject(
    { status: 404 },
  );
});

test("the office books for anyone; another teacher for nobody", async () => {
  const { school, itzel, kofi } = await aStudentWithAdviser(lectern.db);
  const office = await addStaff(school, "Bernadette Quill", ["office"]);
  const teacher = await addStaff(school, "Pilar Castellano");
  await lectern.as(office, () => arrangeConference(tonight(school, itzel)));
  await expect(lectern.as(teacher, () => arrangeConference(tonight(school, kofi)))).rejects.toMatchObject({
    status: 404,
  });
  const list = await lectern.as(office, () => listConferences());
  expect(list.school).toHaveLength(1);
  expect(Object.keys(list.school[0] ?? {})).not.toContain("participants");
});

test("a guardian with an address hears the time in her language, and one who must not be written to does not", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const aunt = await addGuardian(school, itzel, "Marisol Duarte", {
    relationship: "aunt",
    mayBeContacted: false,
    email: `marisol.${itzel.personId.slice(-6)}@example.org`,
  });
  await lectern.as(mrOkafor, () =>
    arrangeConference(tonight(school, itzel, { participants: guests(rosa, aunt) })),
  );
  const messages = await lectern.db
    .selectFrom("outgoingMessage")
    .select(["personId", "template", "language", "facts"])
    .where("districtId", "=", school.districtId)
    .execute();
  expect(messages).toMatchObject([
    { personId: rosa.personId, template: "conference-arranged", language: "es" },
  ]);
  expect(messages[0]?.facts).toMatchObject({ student: "Itzel", place: "Room 214" });
  expect((messages[0]?.facts as { when: string }).when).toMatch(/jueves, 12 de noviembre.*5:40/);
});
