import type { Asked } from "./ask.ts";
import type { Circle, Kind } from "./cast.ts";
import type { Things } from "./things.ts";

export type Route = `${Asked["method"]} /api/${string}`;

/** One line of the matrix: a route, who may use it, and a request that is right in everything but perhaps the person. */
export interface Row {
  readonly route: Route;
  readonly may: readonly Kind[];
  /** Existing ids for the `:params`, and what the request carries. */
  readonly asks?: (around: Circle, things: Things) => RequestParts;
  /** The `:param` whose id the writer makes up herself, so that a new one is no stranger's. */
  readonly makesUp?: string;
  /** Words some of its people must find in the answer, so that a rule which hides too much is noticed as well. */
  readonly shows?: { readonly text: string; readonly to: readonly Kind[] };
  /** Why a row answers some of its own people with something other than success. */
  readonly except?: Partial<Record<Kind, { status: number; because: string }>>;
}

export interface RequestParts {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** The request a row makes for the student in `around`. */
export function requestOf(row: Row, around: Circle, things: Things): Asked {
  const { params = {}, query, body, headers } = row.asks?.(around, things) ?? {};
  const [method, path] = row.route.split(" ") as [Asked["method"], string];
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? missing(row, name)),
  );
  const url = query === undefined ? filled : `${filled}?${new URLSearchParams(query).toString()}`;
  return {
    method,
    url,
    ...(body === undefined ? {} : { body }),
    ...(headers === undefined ? {} : { headers }),
  };
}

function missing(row: Row, name: string): never {
  throw new Error(`${row.route} needs an id for :${name}.`);
}
