import { Type, type Static } from "typebox";
import { Body, Id, Line, Maybe } from "#server/http/shapes.contract.ts";
import { SectionKey } from "../portfolio.contract.ts";

/** A section of the student's own, after another one, null for first. */
const place = { after: Maybe(SectionKey) };

export const NewSection = Body({ name: Line(80), ...place });
export type NewSection = Static<typeof NewSection>;

export const SectionPlacing = Body(place);
export type SectionPlacing = Static<typeof SectionPlacing>;

export const SectionNaming = Body({ field: Type.Literal("name"), base: Line(80), value: Line(80) });
export type SectionNaming = Static<typeof SectionNaming>;

export const SectionParams = Type.Object({ sectionId: Id });
