import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";

/** Whether something has the shape of a schema, and what is wrong where it has not. */
export interface ShapeCheck {
  Check(value: unknown): boolean;
  Errors(value: unknown): { instancePath: string; message: string }[];
}

/** A check that is compiled when it is first used: a server starts without having drawn a form. */
export function shapeCheck(schema: TSchema): ShapeCheck {
  let compiled: ShapeCheck | undefined;
  const own = (): ShapeCheck => (compiled ??= Compile(schema));
  return { Check: (value) => own().Check(value), Errors: (value) => own().Errors(value) };
}
