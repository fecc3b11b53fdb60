import { Type, type Static } from "typebox";
import { Body, Id } from "#server/http/shapes.contract.ts";

export const BundleParams = Type.Object({ bundleId: Id });

/** `zip`: a file each · `print`: one file, each copy beginning on a front page. */
export const BundleForm = Type.Union([Type.Literal("zip"), Type.Literal("print")]);
/** `school`: everything, as staff read it · `families`: one for each household, in its language. */
export const BundleCopies = Type.Union([Type.Literal("school"), Type.Literal("families")]);

/** `ours`: Lectern's record form · `school-form`: the form the school has in use. */
export const BundlePaper = Type.Union([Type.Literal("ours"), Type.Literal("school-form")]);

/** What to put together: the whole season, or one advisory of it. */
export const BundleAsked = Body({
  form: BundleForm,
  copies: BundleCopies,
  advisoryId: Type.Union([Id, Type.Null()]),
  paper: Type.Optional(BundlePaper),
});
export type BundleAsked = Static<typeof BundleAsked>;

export const Bundle = Type.Object({
  id: Id,
  form: BundleForm,
  copies: BundleCopies,
  paper: BundlePaper,
  advisory: Type.Union([Type.String(), Type.Null()]),
  state: Type.Union([Type.Literal("waiting"), Type.Literal("made"), Type.Literal("failed")]),
  done: Type.Integer(),
  /** Known once the work has begun. */
  total: Type.Union([Type.Integer(), Type.Null()]),
  bytes: Type.Union([Type.Integer(), Type.Null()]),
  askedAt: Type.String(),
});
export type Bundle = Static<typeof Bundle>;

/** A season's records as far as its administrators need to know: how many are finished, and the files made of them. */
export const SeasonRecords = Type.Object({
  finished: Type.Integer(),
  open: Type.Integer(),
  advisories: Type.Array(Type.Object({ id: Id, name: Type.String(), finished: Type.Integer() })),
  bundles: Type.Array(Bundle),
  /** Whether the whole season may be asked for; an adviser asks for her own advisory. */
  mayGatherAll: Type.Boolean(),
  /** What the school's own form is called, where one is in use. */
  schoolForm: Type.Union([Type.String(), Type.Null()]),
});
export type SeasonRecords = Static<typeof SeasonRecords>;
