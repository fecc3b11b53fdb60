import { expect, test } from "vitest";
import { useLectern } from "#test/support/lectern.ts";
import { addAdvisory, addMentor, addPerson, addStaff, addStudent } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import {
  arrangeConference,
  changeParticipant,
  listConferences,
  readConference,
} from "#web/conferences/conference.api.ts";
import { guests, letInterpret, tonight, typedIn } from "./given.ts";

const lectern = useLectern();

/** Two homes, each with a conference of its own. */
async function twoHomes() {
  const story = await aStudentWithAdviser(lectern.db);
  const { school, itzel, rosa, hector, mrOkafor } = story;
  const [hers, his] = await lectern.as(mrOkafor, async () => [
    await arrangeConference(
      tonight(school, itzel, {
        householdKey: rosa.householdId,
        participants: [...guests(rosa), typedIn("Guadalupe Solís", "grandmother")],
      }),
    ),
    await arrangeConference(
      tonight(school, itzel, {
        householdKey: hector.householdId,
        startsAt: "2026-11-13T08:00",
        place: "Library",
        participants: guests(hector),
      }),
    ),
  ]);
  return { ...story, hers: hers!.id, his: his!.id };
}

test("each home sees its own conference and nothing of the other's", async () => {
  const { rosa, hector, hers, his } = await twoHomes();
  const rosas = await lectern.as(rosa, () => listConferences());
  expect(rosas.family.map(({ id }) => id)).toEqual([hers]);
  expect(JSON.stringify(rosas)).not.toContain("Library");
  expect(JSON.stringify(rosas)).not.toContain("Héctor");
  const hectors = await lectern.as(hector, () => listConferences());
  expect(hectors.family.map(({ id }) => id)).toEqual([his]);
  expect(JSON.stringify(hectors)).not.toContain("Guadalupe");
  await expect(lectern.as(hector, () => readConference(hers))).rejects.toMatchObject({ status: 404 });
  await expect(lectern.as(rosa, () => readConference(his))).rejects.toMatchObject({ status: 404 });
});

test("in a conference for everybody, each home still sees only its own people", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const { id } = await lectern.as(mrOkafor, () =>
    arrangeConference(tonight(school, itzel, { participants: guests(rosa, hector) })),
  );
  const seen = await lectern.as(rosa, () => readConference(id));
  expect(seen).toMatchObject({ audience: "family", participants: [{ name: "Rosa Duarte" }] });
});

test("the student sees both her conferences and who comes", async () => {
  const { itzel } = await twoHomes();
  const { own, led, school } = await lectern.as(itzel, () => listConferences());
  expect(own.map(({ place }) => place)).toEqual(["Room 214", "Library"]);
  expect(own[0]?.participants.map(({ name }) => name)).toEqual(["Rosa Duarte", "Guadalupe Solís"]);
  expect(own[0]).not.toHaveProperty("contactAttempts");
  expect([led, school]).toEqual([[], []]);
});

test("an interpreter sees time, place, language and name of her own booking, and no other", async () => {
  const { school, itzel, kofi, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const lucia = await addPerson(school, "Lucía Ferrer");
  await letInterpret(school, lucia, "es");
  const [booked, other] = await lectern.as(mrOkafor, async () => [
    await arrangeConference(
      tonight(school, itzel, {
        language: "es",
        participants: [...guests(rosa), { personId: lucia.personId, part: "interpreter" }],
      }),
    ),
    await arrangeConference(tonight(school, kofi, { startsAt: "2026-11-12T18:30" })),
  ]);
  const list = await lectern.as(lucia, () => listConferences());
  expect(list.invited).toEqual([
    {
      audience: "guest",
      id: booked!.id,
      startsAt: "2026-11-13T01:40:00.000Z",
      endsAt: "2026-11-13T02:10:00.000Z",
      zone: "America/Los_Angeles",
      mode: "in-person",
      place: "Room 214",
      link: "",
      language: "es",
      studentName: "Itzel Navarro Duarte",
    },
  ]);
  expect({ ...list, invited: [] }).toEqual({ own: [], family: [], led: [], school: [], invited: [] });
  expect(await lectern.as(lucia, () => readConference(booked!.id))).toEqual(list.invited[0]);
  await expect(lectern.as(lucia, () => readConference(other!.id))).rejects.toMatchObject({ status: 404 });
});

test("an interpreter is in one room at a time", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const msHaddad = await addStaff(school, "Layla Haddad");
  const noor = await addStudent(school, "Noor Hassan Abdi");
  await addAdvisory(school, msHaddad, [noor]);
  const lucia = await addPerson(school, "Lucía Ferrer");
  await letInterpret(school, lucia, "es");
  const participants = [{ personId: lucia.personId, part: "interpreter" as const }];
  await lectern.as(mrOkafor, () => arrangeConference(tonight(school, itzel, { participants })));
  await expect(
    lectern.as(msHaddad, () => arrangeConference(tonight(school, noor, { participants }))),
  ).rejects.toMatchObject({ status: 409, code: "participant-busy" });
});

test("a mentor sees a booking while the invitation lasts", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const imani = await addMentor(school, itzel, "Imani Brooks");
  const { id } = await lectern.as(mrOkafor, () =>
    arrangeConference(
      tonight(school, itzel, { participants: [{ personId: imani.personId, part: "mentor" }] }),
    ),
  );
  expect((await lectern.as(imani, () => listConferences())).invited).toHaveLength(1);
  await lectern.db
    .updateTable("mentorship")
    .set({ state: "ended" })
    .where("mentorId", "=", imani.personId)
    .execute();
  await expect(lectern.as(imani, () => readConference(id))).rejects.toMatchObject({ status: 404 });
});

test("a teacher who is a father here sees his child as a father, his advisory as its adviser", async () => {
  const { school, kofi, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const son = await addStudent(school, "Chidi Okafor");
  const msHaddad = await addStaff(school, "Layla Haddad");
  await addAdvisory(school, msHaddad, [son]);
  const householdId = crypto.randomUUID();
  const { districtId } = school;
  await lectern.db.insertInto("household").values({ districtId, id: householdId, name: "Okafor" }).execute();
  await lectern.db
    .insertInto("guardianship")
    .values({
      districtId,
      guardianId: mrOkafor.personId,
      studentId: son.personId,
      householdId,
      relationship: "father",
      fromOn: "2020-08-01",
    })
    .execute();
  await lectern.as(msHaddad, () =>
    arrangeConference(
      tonight(school, son, { participants: [{ personId: mrOkafor.personId, part: "guardian" }] }),
    ),
  );
  await lectern.as(mrOkafor, () =>
    arrangeConference(tonight(school, kofi, { startsAt: "2026-11-12T19:00" })),
  );
  const { family, led } = await lectern.as(mrOkafor, () => listConferences());
  expect(family.map(({ student }) => student.name)).toEqual(["Chidi Okafor"]);
  expect(led.map(({ student }) => student.name)).toEqual(["Kofi Mensah-Boateng"]);
});

test("who comes late, from afar or not at all is marked person by person", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const seen = await lectern.as(mrOkafor, async () => {
    const { id } = await arrangeConference(tonight(school, itzel, { participants: guests(rosa, hector) }));
    await changeParticipant(id, rosa.personId, { part: "guardian", attendance: "present" });
    await changeParticipant(id, hector.personId, {
      part: "guardian",
      expected: "remote",
      attendance: "absent",
    });
    return await readConference(id);
  });
  expect(seen).toMatchObject({
    participants: [
      { name: "Héctor Navarro", expected: "remote", attendance: "absent" },
      { name: "Rosa Duarte", attendance: "present" },
    ],
  });
});
