import { expect, test } from "vitest";
import { conferenceNight, useLectern } from "#test/support/lectern.ts";
import {
  addAdvisory,
  addMentor,
  addPerson,
  addStaff,
  addStudent,
  type Person,
} from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";
import {
  arrangeConference,
  calendarAddress,
  cancelConference,
  endConference,
  followUp,
  listConferences,
  readConference,
  startConference,
  type StaffConference,
} from "#web/conferences/conference.api.ts";
import { readEvening } from "#web/diaries/diary.api.ts";
import { guests, letInterpret, refusal, tonight, typedIn } from "./given.ts";

const lectern = useLectern();
const nextWeek = { startsAt: "2026-11-19T17:40" };

test("two households, one conference each: neither sees the other's time, place or people", async () => {
  const { school, itzel, rosa, hector, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const [hers, his] = await lectern.as(mrOkafor, async () => [
    await arrangeConference(
      tonight(school, itzel, { householdKey: rosa.householdId, participants: guests(rosa) }),
    ),
    await arrangeConference(
      tonight(school, itzel, {
        householdKey: hector.householdId,
        startsAt: "2026-11-12T18:20",
        place: "Room 031",
        participants: guests(hector),
      }),
    ),
  ]);
  const seenBy = async (person: Person) => (await lectern.as(person, listConferences)).family;
  expect((await seenBy(rosa)).map(({ id }) => id)).toEqual([hers.id]);
  expect((await seenBy(hector)).map(({ id }) => id)).toEqual([his.id]);
  expect(JSON.stringify(await seenBy(rosa))).not.toMatch(/Héctor|Room 031/);
  for (const read of [(): Promise<unknown> => readConference(his.id), () => calendarOf(rosa, his.id)])
    await expect(lectern.as(rosa, read)).rejects.toMatchObject({ status: 404 });
  expect((await lectern.as(itzel, listConferences)).own).toHaveLength(2);
  const staff = (await lectern.as(mrOkafor, () => readConference(hers.id))) as StaffConference;
  expect(staff).toMatchObject({ household: "Rosa Duarte’s household", others: [{ id: his.id }] });
  const third = arrangeConference.bind(
    null,
    tonight(school, itzel, { ...nextWeek, householdKey: rosa.householdId }),
  );
  await expect(lectern.as(mrOkafor, third)).rejects.toMatchObject(refusal("conference-exists"));
});

test("an interpreter booked twice at once is refused in words, and free again when the first is called off", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const wren = await addStudent(school, "Wren Castellano-McAllister");
  const msSato = await addStaff(school, "Hana Sato");
  await addAdvisory(school, msSato, [wren]);
  const lucia = await addPerson(school, "Lucía Ferrer");
  await letInterpret(school, lucia, "es");
  const participants = [{ personId: lucia.personId, part: "interpreter" as const }];
  const first = await lectern.as(mrOkafor, () => arrangeConference(tonight(school, itzel, { participants })));
  const second = () =>
    arrangeConference(tonight(school, wren, { startsAt: "2026-11-12T17:50", participants }));
  await expect(lectern.as(msSato, second)).rejects.toMatchObject({
    ...refusal("participant-busy"),
    detail: expect.stringContaining("already booked at that time"),
  });
  await lectern.as(mrOkafor, () => cancelConference(first.id));
  const { id } = await lectern.as(msSato, second);
  const again = lectern.as(mrOkafor, () => followUp(first.id, { startsAt: "2026-11-12T18:00" }));
  await expect(again).rejects.toMatchObject(refusal("participant-busy"));
  expect((await lectern.as(msSato, () => readConference(id))).audience).toBe("staff");
});

test("nobody could come: another day with the same people, as far as they still may, once", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const imani = await addMentor(school, itzel, "Imani Brooks");
  const { id } = await lectern.as(mrOkafor, () =>
    arrangeConference(
      tonight(school, itzel, {
        participants: [
          { personId: rosa.personId, part: "guardian", expected: "remote" },
          { personId: imani.personId, part: "mentor" },
          typedIn("Abuela Chayo", "grandmother"),
        ],
      }),
    ),
  );
  await lectern.as(mrOkafor, async () => {
    await expect(followUp(id, nextWeek)).rejects.toMatchObject(refusal("no-follow-up"));
    await endConference(id, { outcome: "not-met", notMetBecause: "declined" });
  });
  await endMentorship(itzel, imani);
  const next = await lectern.as(mrOkafor, () => followUp(id, nextWeek));
  const planned = (await lectern.as(mrOkafor, () => readConference(next.id))) as StaffConference;
  expect(planned).toMatchObject({ state: "planned", place: "Room 214", follows: id, outcome: null });
  expect(planned.participants.map(({ name, expected }) => [name, expected])).toEqual([
    ["Rosa Duarte", "remote"],
    ["Abuela Chayo", "present"],
  ]);
  const before = (await lectern.as(mrOkafor, () => readConference(id))) as StaffConference;
  expect(before).toMatchObject({ state: "ended", outcome: "not-met", followedBy: next.id });
  const twice = lectern.as(mrOkafor, () => followUp(id, { startsAt: "2026-11-20T17:40" }));
  await expect(twice).rejects.toMatchObject(refusal("conference-exists"));
});

test("one called off is planned again; one that was held is over, and one that was stopped takes its record along instead", async () => {
  const { school, itzel, kofi, mrOkafor } = await aStudentWithAdviser(lectern.db);
  await lectern.as(mrOkafor, async () => {
    const { id } = await arrangeConference(tonight(school, itzel));
    await cancelConference(id);
    await followUp(id, nextWeek);
    const refusals = { held: "no-follow-up", stopped: "finish-first" } as const;
    for (const outcome of ["held", "stopped"] as const) {
      const over = await arrangeConference(tonight(school, kofi));
      await startConference(over.id);
      await endConference(over.id, { outcome });
      await expect(followUp(over.id, nextWeek)).rejects.toMatchObject(refusal(refusals[outcome]));
    }
  });
});

test("the evening's list is the office's and the adviser's, by the school's clock; a teacher's is empty", async () => {
  const { school, itzel, kofi, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const office = await addStaff(school, "Bernadette Quill", ["office"]);
  await lectern.as(mrOkafor, async () => {
    await arrangeConference(tonight(school, itzel, { participants: guests(rosa) }));
    await arrangeConference(tonight(school, kofi, { startsAt: "2026-11-12T23:50", minutes: 10 }));
  });
  const { conferences } = await lectern.as(office, () => readEvening("2026-11-12"));
  expect(conferences.map(({ studentName, place }) => [studentName, place])).toEqual([
    ["Itzel Navarro Duarte", "Room 214"],
    ["Kofi Mensah-Boateng", "Room 214"],
  ]);
  expect(conferences[0]?.people).toMatchObject([{ name: "Rosa Duarte", part: "guardian" }]);
  expect((await lectern.as(office, () => readEvening("2026-11-13"))).conferences).toEqual([]);
  const teacher = await addStaff(school, "Pilar Castellano");
  expect((await lectern.as(teacher, () => readEvening("2026-11-12"))).conferences).toEqual([]);
});

test("a mother's calendar gets the conference in her language, every line short enough for any calendar", async () => {
  const { school, itzel, rosa, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const place = "Sala de música, edificio ñandú; segundo piso, después de la biblioteca grande y del patio";
  const { id } = await lectern.as(mrOkafor, () =>
    arrangeConference(tonight(school, itzel, { place, participants: guests(rosa) })),
  );
  const file = await calendarOf(rosa, id);
  const lines = file.split("\r\n");
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const unfolded = file.replaceAll("\r\n ", "");
  expect(unfolded).toContain("SUMMARY:Conferencia de Itzel Navarro Duarte\r\n");
  expect(unfolded).toContain("DTSTART:20261113T014000Z\r\nDTEND:20261113T021000Z\r\n");
  expect(unfolded).toContain(`LOCATION:${place.replace(/[;,]/g, "\\$&")}\r\n`);
  expect(unfolded).toContain(`UID:${id}@lectern\r\n`);
  expect(await calendarOf(itzel, id)).toContain("SUMMARY:Your conference");
});

test("a calendar that has the conference learns that it was called off: the same entry, a later version", async () => {
  const { school, itzel, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const { id } = await lectern.as(mrOkafor, () => arrangeConference(tonight(school, itzel)));
  const versionIn = (file: string) => Number(/SEQUENCE:(\d+)/.exec(file)?.[1]);
  const before = await calendarOf(itzel, id);
  expect(before).toContain("STATUS:CONFIRMED\r\n");
  await lectern.as(mrOkafor, () => cancelConference(id));
  lectern.now = new Date(conferenceNight.getTime() + 60_000);
  const after = await calendarOf(itzel, id);
  lectern.now = conferenceNight;
  expect(after).toContain("STATUS:CANCELLED\r\n");
  expect(after).toContain(`UID:${id}@lectern\r\n`);
  expect(versionIn(after)).toBe(versionIn(before) + 1);
  expect(after.endsWith("END:VCALENDAR\r\n")).toBe(true);
});

/** The calendar file as a browser fetches it. */
async function calendarOf(person: Person, id: string): Promise<string> {
  const cookie = await lectern.cookieOf(person);
  const answer = await lectern.app.inject({ url: calendarAddress(id), headers: { cookie } });
  if (answer.statusCode !== 200) throw Object.assign(new Error("refused"), { status: answer.statusCode });
  expect(answer.headers["content-type"]).toContain("text/calendar");
  return answer.body;
}

const endMentorship = (student: Person, mentor: Person) =>
  lectern.db
    .updateTable("mentorship")
    .set({ state: "ended" })
    .where("districtId", "=", student.districtId)
    .where("studentId", "=", student.personId)
    .where("mentorId", "=", mentor.personId)
    .execute();
