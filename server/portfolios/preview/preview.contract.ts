import { Type, type Static } from "typebox";
import { Id } from "#server/http/shapes.contract.ts";
import { Shown, ShownTo } from "../shown.contract.ts";

/** One thing as it would be kept if the conference were now. */
export const PreviewItem = Type.Object({
  id: Type.String(),
  audience: ShownTo,
  /** Whether the big screen shows it too; what has numbers may be kept without. */
  onStage: Type.Boolean(),
  shown: Shown,
});
export type PreviewItem = Static<typeof PreviewItem>;

/** What one mentor sees, by the rules of her own page. */
export const MentorPreview = Type.Object({
  mentorId: Id,
  name: Type.String(),
  isMinor: Type.Boolean(),
  /** What is open to her now, of earlier conferences. */
  now: Type.Array(Type.Object({ id: Id, audience: ShownTo, shown: Shown })),
  /** The things of this preview that could be opened to her after the conference. */
  openable: Type.Array(Type.String()),
});
export type MentorPreview = Static<typeof MentorPreview>;

/** What families would read afterwards. Each home sees its own promises and not the other's. */
export const Preview = Type.Object({
  items: Type.Array(PreviewItem),
  mentors: Type.Array(MentorPreview),
  homes: Type.Array(Type.Object({ householdId: Id, names: Type.Array(Type.String()) })),
});
export type Preview = Static<typeof Preview>;
