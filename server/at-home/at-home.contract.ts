import { Type, type Static } from "typebox";
import { Body, Day, Id, LanguageTag, Line, Maybe, Prose } from "#server/http/shapes.contract.ts";

/** What somebody wrote, and in which language. */
const Written = Type.Object({ text: Type.String(), language: Type.String() });

/** A sentence of the page: the form's own, by its key and what fills its places, or somebody's. */
export const AtHomeLine = Type.Union([
  Type.Object({ word: Type.String(), with: Type.Record(Type.String(), Written) }),
  Type.Object({ written: Written }),
]);
export type AtHomeLine = Static<typeof AtHomeLine>;

export const AtHomeResource = Type.Object({
  title: Type.String(),
  about: Type.String(),
  address: Type.String(),
  language: Type.String(),
});
export type AtHomeResource = Static<typeof AtHomeResource>;

/** The page a family's copy ends with. */
export const AtHomePage = Type.Object({
  name: Type.String(),
  questions: Type.Array(AtHomeLine),
  activities: Type.Array(Type.Object({ goal: Written, ideas: Type.Array(AtHomeLine) })),
  skills: Type.Array(Type.Object({ skill: Type.String(), how: AtHomeLine })),
  classes: Type.Array(Written),
  resources: Type.Array(AtHomeResource),
});
export type AtHomePage = Static<typeof AtHomePage>;

/** Null for a record that was finished before there was such a page, and for a meeting that was not held. */
export const AtHomeReply = Type.Object({
  page: Type.Union([AtHomePage, Type.Null()]),
  /** When everybody looks again at what was agreed. */
  checkInOn: Maybe(Day),
});
export type AtHomeReply = Static<typeof AtHomeReply>;

/** Something an adviser hands families again: a place, a book, a number to call. */
export const Resource = Type.Object({ id: Id, ...AtHomeResource.properties });
export type Resource = Static<typeof Resource>;
export const Resources = Type.Object({ resources: Type.Array(Resource) });
export type Resources = Static<typeof Resources>;
export const NewResource = Body({
  title: Line(120),
  about: Prose(300),
  address: Prose(300),
  language: LanguageTag,
});
export type NewResource = Static<typeof NewResource>;
export const ResourceParams = Type.Object({ resourceId: Id });

/** The languages a school writes about its classes in: those the page is printed in. */
export const GuideLanguage = Type.Enum(["en", "es", "ar"]);
export type GuideLanguage = Static<typeof GuideLanguage>;
export const ClassGuideParams = Type.Object({ schoolId: Id, language: GuideLanguage });
export const ClassGuide = Type.Object({
  guide: Type.Array(Type.Object({ language: GuideLanguage, words: Type.String() })),
});
export type ClassGuide = Static<typeof ClassGuide>;
export const ClassGuideChange = Body({ base: Prose(2000), value: Prose(2000) });
export type ClassGuideChange = Static<typeof ClassGuideChange>;
