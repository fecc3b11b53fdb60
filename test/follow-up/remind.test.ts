import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { remindFollowUp } from "#server/follow-up/remind.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addSchool, type School } from "#test/support/school.ts";
import { addGuardian, addStudent, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser } from "#test/support/story.ts";

const lectern = useLectern();
const morning = new Date("2026-11-12T17:00:00Z");

test("what home promised is asked after on its own day, or else on its goal's; the other home hears nothing of it", async () => {
  const { school, itzel, rosa } = await aStudentWithAdviser(lectern.db);
  const father = await addGuardian(school, itzel, "Tomás Navarro", { email: mailOf(itzel) });
  await promiseAtHome(school, itzel, rosa.householdId, { goalDueOn: "2026-12-01", byOn: "2026-11-12" });
  await promiseAtHome(school, itzel, rosa.householdId, { goalDueOn: "2026-11-10", byOn: null });
  await promiseAtHome(school, itzel, rosa.householdId, { goalDueOn: "2026-11-01", byOn: null }); // no news any more
  await promiseAtHome(school, itzel, rosa.householdId, { goalDueOn: "2026-11-12", byOn: "2026-11-30" }); // not yet
  await remindFollowUp(lectern.db, morning);
  await remindFollowUp(lectern.db, morning);
  expect(await lettersTo(rosa)).toEqual(["home-promise-due", "home-promise-due"]);
  expect(await lettersTo(father)).toEqual([]);
});

test("two schools of a district keep their own hours: in Hawaii it is still night", async () => {
  const { school, itzel, rosa } = await aStudentWithAdviser(lectern.db);
  const island = await addSchool(lectern.db, school.districtId, { name: "Hilo", zone: "Pacific/Honolulu" });
  const leilani = await addStudent(island, "Leilani Kahale");
  const mother = await addGuardian(island, leilani, "Noelani Kahale", { email: mailOf(leilani) });
  const due = { goalDueOn: "2026-11-12", byOn: null };
  await promiseAtHome(school, itzel, rosa.householdId, due);
  await promiseAtHome(island, leilani, mother.householdId, due);
  await remindFollowUp(lectern.db, morning);
  expect([await lettersTo(rosa), await lettersTo(mother)]).toEqual([["home-promise-due"], []]);
  await remindFollowUp(lectern.db, new Date("2026-11-12T18:00:00Z"));
  expect([await lettersTo(rosa), await lettersTo(mother)]).toEqual([
    ["home-promise-due"],
    ["home-promise-due"],
  ]);
});

const mailOf = ({ personId }: Person) => `home.${personId.slice(-8)}@example.org`;

async function promiseAtHome(
  { districtId, seasonId }: School,
  { personId: studentId }: Person,
  householdId: string,
  { goalDueOn, byOn }: { goalDueOn: string; byOn: string | null },
): Promise<void> {
  const goalId = uuidv7();
  const goal = { wording: "Read every night", category: "habit", position: 1, state: "agreed" } as const;
  await lectern.db
    .insertInto("goal")
    .values({ ...goal, districtId, id: goalId, studentId, seasonId, dueOn: goalDueOn })
    .execute();
  const promise = { side: "family", wording: "Turn the television off", state: "accepted" } as const;
  await lectern.db
    .insertInto("promise")
    .values({ ...promise, districtId, id: uuidv7(), goalId, householdId, byOn })
    .execute();
}

const lettersTo = async ({ districtId, personId }: Person): Promise<string[]> =>
  (
    await lectern.db
      .selectFrom("outgoingMessage")
      .select("template")
      .where("districtId", "=", districtId)
      .where("personId", "=", personId)
      .execute()
  ).map(({ template }) => template);
