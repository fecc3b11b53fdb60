import { Type, type Static } from "typebox";
import { Body, Day, Id, Line, Maybe } from "#server/http/shapes.contract.ts";
import { NewPerson } from "#server/people/person.contract.ts";

export const GuardianParams = Type.Object({ guardianId: Id });
export const GuardianshipParams = Type.Object({ studentId: Id, guardianId: Id });
export const HouseholdParams = Type.Object({ householdId: Id });

const CourtDocument = Line(300);

/** Somebody known already, or somebody new; in a household of the family's, or a new one. */
export const NewGuardianship = Body({
  personId: Type.Optional(Id),
  person: Type.Optional(NewPerson),
  relationship: Line(60),
  householdId: Type.Optional(Id),
  householdName: Type.Optional(Line(120)),
  livesWith: Type.Boolean(),
  mayInspectRecords: Type.Boolean(),
  mayAttend: Type.Boolean(),
  mayBeContacted: Type.Boolean(),
  courtDocument: Maybe(CourtDocument),
});
export type NewGuardianship = Static<typeof NewGuardianship>;

const fact = <const F extends string>(field: F) =>
  Body({
    field: Type.Literal(field),
    base: Type.Boolean(),
    value: Type.Boolean(),
    /** What a restriction rests on; needed unless it is written down already. */
    courtDocument: Type.Optional(CourtDocument),
  });

/** Changes one fact about how somebody answers for a student. */
export const GuardianshipChange = Type.Union([
  fact("mayInspectRecords"),
  fact("mayAttend"),
  fact("mayBeContacted"),
  Body({ field: Type.Literal("livesWith"), base: Type.Boolean(), value: Type.Boolean() }),
  Body({ field: Type.Literal("relationship"), base: Line(60), value: Line(60) }),
  Body({ field: Type.Literal("householdId"), base: Id, value: Id }),
  Body({ field: Type.Literal("courtDocument"), base: Maybe(CourtDocument), value: Maybe(CourtDocument) }),
  Body({ field: Type.Literal("untilOn"), base: Maybe(Day), value: Maybe(Day) }),
]);
export type GuardianshipChange = Static<typeof GuardianshipChange>;

export const HouseholdChange = Body({ field: Type.Literal("name"), base: Line(120), value: Line(120) });
export type HouseholdChange = Static<typeof HouseholdChange>;

export const NewHousehold = Body({ name: Line(120) });
export type NewHousehold = Static<typeof NewHousehold>;

/** Somebody the district knows already, told by the children she answers for; never by her address. */
export const KnownPerson = Type.Object({
  personId: Id,
  name: Type.String(),
  children: Type.Array(Type.Object({ name: Type.String(), schoolName: Type.String() })),
  households: Type.Array(Type.Object({ id: Id, name: Type.String() })),
});
export type KnownPerson = Static<typeof KnownPerson>;

export const KnownPeople = Type.Object({ people: Type.Array(KnownPerson) });
export type KnownPeople = Static<typeof KnownPeople>;

export const KnownQuery = Type.Object(
  { search: Type.String({ minLength: 2, maxLength: 200 }) },
  { additionalProperties: false },
);
