import { uuidv7 } from "uuidv7";
import type { CastKey } from "./cast.ts";
import type { Telling } from "./telling.ts";

const interpreters = [
  { who: "lucia", language: "es" },
  { who: "samira", language: "ar" },
] as const;
const caseloads: { who: CastKey; student: CastKey }[] = [
  { who: "whitfield", student: "theo" },
  { who: "whitfield", student: "wren" },
];

/** Who mentors, interprets and counsels, and whom the student of eighteen lets in. */
export async function giveRights(telling: Telling): Promise<void> {
  const { tx, districtId, calendar } = telling;
  const day = (offset: number) => calendar.at(calendar.day(offset), "15:00");
  const id = (key: CastKey) => telling.of(key).personId;
  await tx
    .insertInto("mentorProposal")
    .values({
      districtId,
      id: uuidv7(),
      studentId: id("kofi"),
      name: "Adjoa Mensah",
      line: "Choir director",
      knownFrom: "She taught me to read music at church.",
      email: "adjoa@choir.example",
      isMinor: false,
      state: "proposed",
      proposedAt: day(-2),
    })
    .execute();
  await tx
    .insertInto("mentorship")
    .values({
      districtId,
      studentId: id("itzel"),
      mentorId: id("imani"),
      line: "Marine biologist, Calder Bay Marine Lab",
      state: "approved",
      approvedBy: id("okafor"),
      approvedAt: day(-16),
      numbersConsentAt: null,
      recordConsentAt: null,
      expiresAt: day(40),
    })
    .execute();
  await tx
    .insertInto("interpreter")
    .values(interpreters.map(({ who, language }) => ({ districtId, personId: id(who), language })))
    .execute();
  await tx
    .insertInto("caseload")
    .values(
      caseloads.map(({ who, student }) => ({
        ...{ districtId, personId: id(who), studentId: id(student) },
        ...{ part: "counsellor", fromOn: calendar.year.startsOn },
      })),
    )
    .execute();
  // Her aunt may read and come; her uncle was not asked yet.
  await tx
    .insertInto("adultStudentConsent")
    .values({
      ...{ districtId, studentId: id("noor"), personId: id("amina") },
      ...{ mayInspect: true, mayAttend: true, givenAt: day(-20) },
    })
    .execute();
}
