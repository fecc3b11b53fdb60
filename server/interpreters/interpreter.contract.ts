import { Type, type Static } from "typebox";
import { Body, Id, Instant, LanguageTag, Maybe } from "#server/http/shapes.contract.ts";
import { NewPerson } from "#server/people/person.contract.ts";

export const InterpreterParams = Type.Object({ interpreterId: Id });

/** An hour that is booked; student and place only where the conference is one's own school's. */
export const Booking = Type.Object({
  startsAt: Instant,
  endsAt: Instant,
  zone: Type.String(),
  language: Maybe(Type.String()),
  schoolName: Type.String(),
  conferenceId: Maybe(Id),
  studentName: Maybe(Type.String()),
  place: Maybe(Type.String()),
});
export type Booking = Static<typeof Booking>;

/** Somebody who interprets, with the hours that are still to come. */
export const Interpreter = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  ownScriptName: Maybe(Type.String()),
  /** The one she reads. */
  language: Type.String(),
  /** The ones she brings; none once she is not asked any more. */
  languages: Type.Array(Type.String()),
  email: Maybe(Type.String()),
  phone: Maybe(Type.String()),
  bookings: Type.Array(Booking),
  invitedAt: Maybe(Type.String()),
  hasSignedIn: Type.Boolean(),
  mayEditLanguages: Type.Boolean(),
  /** Name, address and way in; a colleague's or a mother's are kept elsewhere. */
  mayEdit: Type.Boolean(),
});
export type Interpreter = Static<typeof Interpreter>;

export const InterpreterList = Type.Object({
  interpreters: Type.Array(Interpreter),
  mayAdd: Type.Boolean(),
});
export type InterpreterList = Static<typeof InterpreterList>;

const languages = (minItems: number) =>
  Type.Array(LanguageTag, { minItems, maxItems: 12, uniqueItems: true });

/** Somebody new, or somebody the district knows already, with the languages brought. */
export const NewInterpreter = Body({
  personId: Type.Optional(Id),
  person: Type.Optional(NewPerson),
  languages: languages(1),
});
export type NewInterpreter = Static<typeof NewInterpreter>;

/** The languages somebody brings, on top of what they were; none means not to ask any more. */
export const LanguagesChange = Body({
  field: Type.Literal("languages"),
  base: languages(0),
  value: languages(0),
});
export type LanguagesChange = Static<typeof LanguagesChange>;

const Speaker = Type.Object({
  name: Type.String(),
  relationship: Type.String(),
  language: Type.String(),
  mayBeContacted: Type.Boolean(),
  email: Maybe(Type.String()),
  phone: Maybe(Type.String()),
});

/** What a household wrote about the language to talk in, or about coming. */
export const Wish = Type.Object({
  householdId: Id,
  householdName: Type.String(),
  question: Type.Union([Type.Literal("language"), Type.Literal("access")]),
  answer: Type.String(),
  language: Type.String(),
});
export type Wish = Static<typeof Wish>;

/** A family that speaks another language or has a wish, and what is planned for it. */
export const LanguageNeed = Type.Object({
  studentId: Id,
  studentName: Type.String(),
  schoolName: Type.String(),
  seasonName: Type.String(),
  zone: Type.String(),
  guardians: Type.Array(Speaker),
  wishes: Type.Array(Wish),
  conferences: Type.Array(
    Type.Object({
      id: Id,
      startsAt: Instant,
      interpreters: Type.Array(Type.Object({ name: Type.String(), language: Maybe(Type.String()) })),
    }),
  ),
});
export type LanguageNeed = Static<typeof LanguageNeed>;

export const LanguageNeeds = Type.Object({
  families: Type.Array(LanguageNeed),
  total: Type.Integer(),
  page: Type.Integer(),
  pages: Type.Integer(),
});
export type LanguageNeeds = Static<typeof LanguageNeeds>;

/** All of them, those with a time and nobody to interpret, or those without a time. */
export const NeedsQuery = Type.Object(
  {
    without: Type.Optional(Type.Union([Type.Literal("interpreter"), Type.Literal("time")])),
    page: Type.Optional(Type.String({ pattern: "^[1-9][0-9]{0,4}$" })),
  },
  { additionalProperties: false },
);
export type NeedsQuery = Static<typeof NeedsQuery>;
