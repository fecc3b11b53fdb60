import { Type, type Static } from "typebox";
import { Body, Id, LanguageTag, Line } from "#server/http/shapes.contract.ts";

/** Who is signed in, with what the pages need to choose a home and say her name. */
export const SessionActor = Type.Object({
  personId: Id,
  name: Type.String(),
  givenName: Type.String(),
  kind: Type.Union([
    Type.Literal("student"),
    Type.Literal("guardian"),
    Type.Literal("adviser"),
    Type.Literal("administrator"),
    Type.Literal("staff"),
    Type.Literal("mentor"),
    Type.Literal("interpreter"),
  ]),
  roles: Type.Array(Type.String()),
  language: Type.String(),
  school: Type.Union([
    Type.Object({
      id: Id,
      name: Type.String(),
      zone: Type.String(),
      phone: Type.Union([Type.String(), Type.Null()]),
    }),
    Type.Null(),
  ]),
  districtName: Type.String(),
  may: Type.Record(Type.String(), Type.Boolean()),
});
export type SessionActor = Static<typeof SessionActor>;

export const SessionReply = Type.Object({
  actor: Type.Union([SessionActor, Type.Null()]),
  demo: Type.Boolean(),
});
export type SessionReply = Static<typeof SessionReply>;

export const DraftKey = Type.Object({ key: Type.String() });
export type DraftKey = Static<typeof DraftKey>;

export const SignInChoices = Type.Object({
  schools: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  demoPeople: Type.Union([
    Type.Array(
      Type.Object({ key: Type.String(), name: Type.String(), kind: Type.String(), line: Type.String() }),
    ),
    Type.Null(),
  ]),
});
export type SignInChoices = Static<typeof SignInChoices>;

/** A student's username needs her school; a staff e-mail address does not. */
export const PasswordSignIn = Body({
  schoolId: Type.Union([Id, Type.Null()]),
  name: Line(200),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});
export type PasswordSignIn = Static<typeof PasswordSignIn>;

export const LinkRequest = Body({ email: Line(200) });
export type LinkRequest = Static<typeof LinkRequest>;

export const LinkOpening = Body({ token: Type.String({ minLength: 20, maxLength: 100 }) });
export type LinkOpening = Static<typeof LinkOpening>;

export const DemoSignIn = Body({ key: Line(60) });
export type DemoSignIn = Static<typeof DemoSignIn>;

export const LanguageChoice = Body({ language: LanguageTag });
export type LanguageChoice = Static<typeof LanguageChoice>;

/** What an empty installation needs before anybody can sign in. */
export const FirstSetUp = Body({
  token: Type.String({ minLength: 20, maxLength: 100 }),
  districtName: Line(120),
  schoolName: Line(120),
  schoolCode: Type.String({ pattern: "^[A-Z0-9]{2,8}$" }),
  timeZone: Line(60),
  givenName: Line(80),
  familyName: Line(80),
  email: Type.String({ format: "email", maxLength: 200 }),
  password: Type.String({ minLength: 12, maxLength: 200 }),
});
export type FirstSetUp = Static<typeof FirstSetUp>;
