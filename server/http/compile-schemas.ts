import { setTimeout } from "node:timers/promises";
import validators from "@fastify/ajv-compiler";
import serializers from "@fastify/fast-json-stringify-compiler";
import type { FastifyServerOptions } from "fastify";

type Factories = NonNullable<NonNullable<FastifyServerOptions["schemaController"]>["compilersFactory"]>;
type Check = ((data: unknown) => boolean) & { errors?: unknown };
type Write = (data: unknown) => string;
type Route = { schema: object };

/** Compiled once a process, however many applications are put together in it. */
const checks = new WeakMap<object, Check>();
const writers = new WeakMap<object, Write>();
/** What nobody has asked for yet. */
const waiting = new Map<object, () => void>();

/** Schemas are compiled when a route is first asked instead of all of them before the server can answer anything: half of its start. */
export const schemaController = {
  compilersFactory: {
    buildValidator: ((shared: never, options: never) => {
      const compile = validators()(shared, options) as unknown as (route: Route) => Check;
      return (route: Route) => {
        const ask = once(checks, route, compile);
        const check: Check = (data) => {
          const own = ask();
          const isRight = own(data);
          check.errors = own.errors;
          return isRight;
        };
        return check;
      };
    }) as unknown as NonNullable<Factories["buildValidator"]>,
    buildSerializer: ((shared: never, options: never) => {
      const compile = serializers()(shared, options) as unknown as (route: Route) => Write;
      return (route: Route): Write => {
        const ask = once(writers, route, compile);
        return (data) => ask()(data);
      };
    }) as unknown as NonNullable<Factories["buildSerializer"]>,
  },
} satisfies FastifyServerOptions["schemaController"];

function once<T>(known: WeakMap<object, T>, route: Route, compile: (route: Route) => T): () => T {
  const { schema } = route;
  const ask = () => {
    const one = known.get(schema) ?? compile(route);
    known.set(schema, one);
    waiting.delete(schema);
    return one;
  };
  if (!known.has(schema)) waiting.set(schema, ask);
  return ask;
}

/** Compiles what nobody has asked for yet, one after another with a pause for requests between, in milliseconds; throws for a schema that cannot be. */
export async function compileTheRest({ pause }: { pause: number }): Promise<void> {
  for (const compile of waiting.values()) {
    compile();
    await setTimeout(pause, undefined, { ref: false });
  }
}
