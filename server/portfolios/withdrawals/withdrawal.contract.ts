import { Type, type Static } from "typebox";
import { Body, Id, Instant, Line, Maybe } from "#server/http/shapes.contract.ts";

/** Why something that was shown is hidden, or is shown again. */
export const Withdrawal = Body({ because: Line(500) });
export type Withdrawal = Static<typeof Withdrawal>;

export const ShownItemParams = Type.Object({ itemId: Id });

/** Who hid something, when and why. */
export const Hidden = Type.Object({ by: Type.String(), at: Instant, because: Type.String() });
export type Hidden = Static<typeof Hidden>;

/** A thing that was shown and is hidden now; what it was, who hid it and why only for those who must know. */
export const WithdrawnItem = Type.Object({
  id: Id,
  details: Type.Optional(
    // Things without a title of their own are named by their kind.
    Type.Object({ title: Maybe(Type.String()), kind: Type.String(), ...Hidden.properties }),
  ),
});
export type WithdrawnItem = Static<typeof WithdrawnItem>;

/** What was presented in a conference, for the list of its parts. */
export const ShownPart = Type.Object({
  id: Id,
  number: Type.Integer(),
  state: Type.String(),
  startedAt: Instant,
});
export const ShownParts = Type.Object({ presentations: Type.Array(ShownPart) });
export type ShownParts = Static<typeof ShownParts>;
