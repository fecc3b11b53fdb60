import { Type, type Static } from "typebox";
import { Body, Id, Instant, Line } from "#server/http/shapes.contract.ts";
import { TemplateDefinition, TemplateProblem } from "./definition/definition.contract.ts";

export const RecordTemplateParams = Type.Object({ templateId: Id });

/** A school's own form as it stands in a list. */
export const RecordTemplateListed = Type.Object({
  id: Id,
  name: Type.String(),
  /** The newest published version; none until it is published. */
  version: Type.Union([Type.Integer(), Type.Null()]),
  /** Something was changed since that version. */
  hasChanges: Type.Boolean(),
  isRetired: Type.Boolean(),
  /** The seasons whose records come on it. */
  seasons: Type.Array(Type.String()),
});
export type RecordTemplateListed = Static<typeof RecordTemplateListed>;
export const RecordTemplates = Type.Object({
  templates: Type.Array(RecordTemplateListed),
  /** Files of templates/record-templates a form may begin with. */
  shipped: Type.Array(Type.String()),
});
export type RecordTemplates = Static<typeof RecordTemplates>;

export const PublishedVersion = Type.Object({
  version: Type.Integer(),
  name: Type.String(),
  publishedAt: Instant,
  publishedBy: Type.String(),
});
export type PublishedVersion = Static<typeof PublishedVersion>;

/** A usual section's own facts, which the page needs to offer what may be changed. */
export const UsualSectionFacts = Type.Object({
  key: Type.String(),
  stays: Type.Boolean(),
  fields: Type.Array(
    Type.Object({ name: Type.String(), stays: Type.Boolean(), mayBeRequired: Type.Boolean() }),
  ),
});
export type UsualSectionFacts = Static<typeof UsualSectionFacts>;

/** A form as its administrator changes it. */
export const RecordTemplate = Type.Object({
  ...RecordTemplateListed.properties,
  schoolId: Id,
  revision: Type.Integer(),
  definition: TemplateDefinition,
  /** Why it cannot be published as it stands. */
  problems: Type.Array(TemplateProblem),
  /** Newest first. */
  versions: Type.Array(PublishedVersion),
  usual: Type.Array(UsualSectionFacts),
});
export type RecordTemplate = Static<typeof RecordTemplate>;

/** A form made new: a copy of another of the school's, of one that comes with the product, or of the usual form. */
export const NewRecordTemplate = Body({
  name: Line(80),
  copyOf: Type.Union([Id, Type.String({ pattern: "^[a-z][a-z0-9-]{0,39}$" }), Type.Null()]),
});
export type NewRecordTemplate = Static<typeof NewRecordTemplate>;

const Revision = Type.Integer({ minimum: 0, maximum: 2_000_000_000 });

export const DefinitionChange = Body({ revision: Revision, definition: TemplateDefinition });
export type DefinitionChange = Static<typeof DefinitionChange>;
export const DefinitionSaved = Type.Object({
  revision: Type.Integer(),
  problems: Type.Array(TemplateProblem),
});
export type DefinitionSaved = Static<typeof DefinitionSaved>;

export const RecordTemplateRename = Body({ base: Type.String({ maxLength: 80 }), value: Line(80) });
export type RecordTemplateRename = Static<typeof RecordTemplateRename>;

export const Publishing = Body({ revision: Revision });
export type Publishing = Static<typeof Publishing>;
export const Published = Type.Object({ version: Type.Integer() });
export type Published = Static<typeof Published>;

/** A grade, as an address can carry it. */
const GradeAsked = Type.String({ pattern: "^\\d{1,2}$" });
export const FormQuery = Type.Object({ grade: GradeAsked });

/** How the form is to be seen before anyone relies on it. */
export const PreviewQuery = Type.Object({
  language: Type.Optional(Type.Enum(["en", "es", "ar"])),
  length: Type.Optional(Type.Enum(["usual", "longest"])),
  grade: Type.Optional(GradeAsked),
});
export type PreviewQuery = Static<typeof PreviewQuery>;
