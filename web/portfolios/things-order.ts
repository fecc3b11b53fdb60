import type { StageThing } from "./portfolio.api.ts";

/** The things with one of them after another of its part, or first in it. */
export function movedThing(things: readonly StageThing[], thing: string, after: string | null): StageThing[] {
  const moving = things.find((each) => each.thing === thing);
  if (!moving) return [...things];
  const others = things.filter((each) => each.thing !== thing);
  const first = others.findIndex(({ segment }) => segment === moving.segment);
  const at = after === null ? first : others.findIndex((each) => each.thing === after) + 1;
  return at < 0 ? [...things] : [...others.slice(0, at), moving, ...others.slice(at)];
}

/** After which thing one step leads; undefined at either end of its part. */
export function afterStep(
  list: readonly { thing: string }[],
  at: number,
  by: 1 | -1,
): string | null | undefined {
  if (at < 0 || at + by < 0 || at + by >= list.length) return undefined;
  return list[by === 1 ? at + 1 : at - 2]?.thing ?? null;
}
