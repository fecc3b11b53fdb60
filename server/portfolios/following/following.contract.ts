import { Type, type Static } from "typebox";
import { Body, Maybe } from "#server/http/shapes.contract.ts";
import { SectionKey } from "../portfolio.contract.ts";

/** Which opened stage it is: drawn by itself. */
const Run = Type.String({ pattern: "^[0-9a-f]{32}$" });

/** A slide's own key, which both devices make alike from what was kept. */
const SlideKey = Type.String({ maxLength: 200 });

const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });

/** Where a stage is, in keys and seconds: nobody's words, nobody's name. */
export const Place = Type.Object(
  {
    slide: SlideKey,
    next: Maybe(SlideKey),
    page: Type.Integer({ minimum: 1, maximum: 1000 }),
    isBlack: Type.Boolean(),
    isOver: Type.Boolean(),
    taken: Type.Array(Body({ part: SectionKey, seconds: Type.Number({ minimum: 0, maximum: 1_000_000 }) }), {
      maxItems: 60,
    }),
  },
  { additionalProperties: false },
);
export type Place = Static<typeof Place>;

/** What the stage tells: where it is, and what it has done of what was asked. `begins` takes over from another stage. */
export const Told = Body({
  run: Run,
  begins: Type.Boolean(),
  /** The stage was left: nothing is to be followed any more. */
  isLeft: Type.Boolean(),
  done: Count,
  place: Place,
});
export type Told = Static<typeof Told>;

/** On, back, or black and light again. */
export const Step = Type.Union([Type.Literal("on"), Type.Literal("back"), Type.Literal("black")]);
export type Step = Static<typeof Step>;

/** What the stage hears in return. */
export const Heard = Type.Object({
  /** Somebody follows: then it tells and asks more often. */
  isFollowed: Type.Boolean(),
  asked: Type.Array(Type.Object({ number: Type.Integer(), step: Step })),
  /** Where the stage before this one was: a page that was loaded anew goes on there. */
  before: Type.Union([Place, Type.Null()]),
});
export type Heard = Static<typeof Heard>;

/** What the other device asks: to know where the stage is, and perhaps a step. */
export const Following = Body({ step: Type.Union([Step, Type.Null()]) });
export type Following = Static<typeof Following>;

/** Where the stage is, for the one who follows it. */
export const Followed = Type.Object({
  /** Of the step just asked, or the last one. */
  number: Type.Integer(),
  stage: Type.Union([
    Type.Object({
      run: Run,
      done: Type.Integer(),
      /** Milliseconds since it was told: a device's own clock may be wrong. */
      age: Type.Integer(),
      place: Place,
    }),
    Type.Null(),
  ]),
});
export type Followed = Static<typeof Followed>;
