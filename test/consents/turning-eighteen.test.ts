import { expect, test } from "vitest";
import { tellOfAge } from "#server/consents/tell-of-age.ts";
import { askConsent, decideConsent, readConsents } from "#web/consents/consent.api.ts";
import { readSession } from "#web/session/session.api.ts";
import { listChildren, readReview } from "#web/reviews/review.api.ts";
import { useLectern } from "#test/support/lectern.ts";
import { addGuardian, addStudent, type Person } from "#test/support/people.ts";
import { holdConference } from "#test/support/past-conference.ts";
import { arrangeConference, aStudentWithAdviser } from "#test/support/story.ts";

const lectern = useLectern();

/** Noor, 18 last week; her aunt Hodan came to every conference so far, her uncle is kept away by a court. */
async function turnedEighteen(facts: { dependencyRecordedOn?: string } = {}) {
  const { school, mrOkafor } = await aStudentWithAdviser(lectern.db);
  const noor = await addStudent(school, "Noor Hassan Abdi", { grade: 12, bornOn: "2008-11-05", ...facts });
  const email = `hodan.${noor.personId.slice(-6)}@example.org`;
  const hodan = await addGuardian(school, noor, "Hodan Abdi", { relationship: "aunt", email });
  await addGuardian(school, noor, "Yusuf Abdi", {
    mayInspectRecords: false,
    mayAttend: false,
    mayBeContacted: false,
    email: `yusuf.${noor.personId.slice(-6)}@example.org`,
  });
  return { school, noor, hodan, mrOkafor };
}
const cardOf = async (guardian: Person) => (await lectern.as(guardian, listChildren)).children[0];
const decide = (noor: Person, person: Person, field: "mayInspect" | "mayAttend", value: boolean) =>
  lectern.as(noor, () => decideConsent(noor.personId, person.personId, { field, base: !value, value }));
const lettersTo = async (person: Person) =>
  (
    await lectern.db
      .selectFrom("outgoingMessage")
      .select("template")
      .where("personId", "=", person.personId)
      .execute()
  ).map(({ template }) => template);

test("the aunt of a student who turned 18 last week asks; one yes opens her page again, one no closes it", async () => {
  const { school, noor, hodan, mrOkafor } = await turnedEighteen();
  const { conferenceId } = await holdConference(school, noor, mrOkafor);
  expect(await cardOf(hodan)).toMatchObject({ next: "passed", past: null, mayAsk: false, askedOn: null });
  await lectern.as(hodan, () => askConsent(noor.personId));
  expect(await cardOf(hodan)).toMatchObject({ askedOn: "2026-11-12" });
  const { people } = await lectern.as(noor, () => readConsents(noor.personId));
  expect(people).toMatchObject([{ name: "Hodan Abdi", mayInspect: false, mayAttend: false }]);
  expect(people[0]?.askedAt).not.toBeNull();
  await decide(noor, hodan, "mayInspect", true);
  expect(await cardOf(hodan)).toMatchObject({ next: "read", past: { id: conferenceId }, askedOn: null });
  expect(await lettersTo(hodan)).toContain("consent-given");
  await decide(noor, hodan, "mayInspect", false);
  expect(await cardOf(hodan)).toMatchObject({ next: "passed", past: null });
  await expect(lectern.as(hodan, () => readReview(conferenceId))).rejects.toMatchObject({ status: 404 });
});

test("who may no longer come is off the coming conference at once", async () => {
  const { school, noor, hodan, mrOkafor } = await turnedEighteen();
  await decide(noor, hodan, "mayAttend", true);
  const conferenceId = await arrangeConference(school, noor, mrOkafor, { guests: [hodan] });
  expect(await cardOf(hodan)).toMatchObject({ next: "come", coming: { id: conferenceId } });
  await decide(noor, hodan, "mayAttend", false);
  expect(await cardOf(hodan)).toMatchObject({ next: "passed", coming: null });
  const seats = await lectern.db
    .selectFrom("participant")
    .select("personId")
    .where("conferenceId", "=", conferenceId)
    .execute();
  expect(seats).toEqual([]);
});

test("every decision is kept with its day, and one made elsewhere meanwhile is shown instead", async () => {
  const { noor, hodan } = await turnedEighteen();
  await decide(noor, hodan, "mayInspect", true);
  await expect(
    lectern.as(noor, () =>
      decideConsent(noor.personId, hodan.personId, { field: "mayInspect", base: true, value: false }),
    ),
  ).resolves.toBeUndefined();
  await expect(
    lectern.as(noor, () =>
      decideConsent(noor.personId, hodan.personId, { field: "mayAttend", base: true, value: false }),
    ),
  ).resolves.toBeUndefined(); // already no: nothing to decide
  const decisions = await lectern.db
    .selectFrom("adultConsentDecision")
    .select(["field", "oldValue", "newValue"])
    .where("studentId", "=", noor.personId)
    .orderBy("id")
    .execute();
  expect(decisions).toEqual([
    { field: "may-inspect", oldValue: false, newValue: true },
    { field: "may-inspect", oldValue: true, newValue: false },
  ]);
});

test("a student of sixteen reads from when she decides, and cannot decide yet", async () => {
  const { itzel, rosa } = await aStudentWithAdviser(lectern.db);
  expect(await lectern.as(itzel, () => readConsents(itzel.personId))).toMatchObject({
    isOfAge: false,
    fromOn: "2028-03-14",
  });
  await expect(decide(itzel, rosa, "mayInspect", true)).rejects.toMatchObject({ status: 404 });
  const { actor } = await lectern.as(itzel, readSession);
  expect(actor?.may["decideConsents"]).toBe(false);
});

test("a guardian whom a court keeps away is neither named nor let in, and a mother of a minor has nothing to ask", async () => {
  const { noor } = await turnedEighteen();
  const { itzel, rosa } = await aStudentWithAdviser(lectern.db);
  const { people } = await lectern.as(noor, () => readConsents(noor.personId));
  expect(people.map(({ name }) => name)).toEqual(["Hodan Abdi"]);
  await expect(lectern.as(rosa, () => askConsent(itzel.personId))).rejects.toMatchObject({ status: 404 });
});

test("guardians hear of it within thirty days before and again after, once each; nobody is told where dependency is recorded", async () => {
  const { school, noor, hodan } = await turnedEighteen();
  const dependant = await turnedEighteen({ dependencyRecordedOn: "2026-09-01" });
  const soon = await addStudent(school, "Wren Castellano", { grade: 12, bornOn: "2008-12-05" });
  const fiona = await addGuardian(school, soon, "Fiona McAllister", {
    email: `fiona.${soon.personId.slice(-6)}@example.org`,
  });
  await lectern.db
    .updateTable("person")
    .set({ email: "noor@example.org" })
    .where("id", "=", noor.personId)
    .execute();
  await tellOfAge(lectern.db, new Date("2026-11-12T10:00:00Z"));
  expect(await lettersTo(hodan)).toEqual([]); // at two in the morning nobody is written to
  await tellOfAge(lectern.db, lectern.now);
  await tellOfAge(lectern.db, lectern.now);
  expect(await lettersTo(fiona)).toEqual(["rights-pass-soon"]);
  expect(await lettersTo(hodan)).toEqual(["rights-passed"]);
  expect(await lettersTo(noor)).toEqual(["rights-yours"]);
  expect(await lettersTo(dependant.hodan)).toEqual([]);
  expect(await cardOf(fiona)).toMatchObject({ next: "wait", rightsPassOn: "2026-12-05" });
  await tellOfAge(lectern.db, new Date("2026-12-06T18:00:00Z"));
  expect((await lettersTo(fiona)).toSorted()).toEqual(["rights-pass-soon", "rights-passed"]);
  const uncle = await lectern.db.selectFrom("outgoingMessage").select("address").execute();
  expect(uncle.filter(({ address }) => address.startsWith("yusuf"))).toEqual([]);
});
