/** What went wrong, in the shape every door of the server answers with (application/problem+json). */
export type ProblemFacts = {
  status: number;
  code: string;
  detail?: string;
  field?: string;
  current?: unknown;
  values?: Record<string, number>;
};

/** A refused or failed request: `code` is stable, `detail` is a sentence for a person. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly field: string | undefined;
  readonly current: unknown;
  /** Numbers the sentence names. */
  readonly values: Record<string, number> | undefined;

  constructor(facts: ProblemFacts) {
    super(`${facts.status} ${facts.code}`);
    this.name = "Problem";
    this.status = facts.status;
    this.code = facts.code;
    this.detail = facts.detail;
    this.field = facts.field;
    this.current = facts.current;
    this.values = facts.values;
  }
}

/** The problem for a request that never reached the server. */
export const offline = () => new Problem({ status: 0, code: "offline" });

/** Whether the server was not there, or is broken: what was asked may be asked again. */
export const isAway = (thrown: unknown): boolean => {
  const { code, status } = problemOf(thrown);
  return code === "offline" || status >= 500;
};

/** The problem for a request given up by the page itself. */
export const aborted = () => new Problem({ status: 0, code: "aborted" });

/** Any thrown thing as a Problem, so pages can show a sentence for it. */
export const problemOf = (thrown: unknown): Problem =>
  thrown instanceof Problem
    ? thrown
    : new Problem({
        status: 0,
        code: "unexpected",
        detail: thrown instanceof Error ? thrown.message : undefined,
      });

/** Reads the server's problem from a status and the body's text, whatever that text is. */
export function readProblem(status: number, text: string): Problem {
  const body = parsed(text);
  const code = typeof body.code === "string" ? body.code : status >= 500 ? "server-failed" : `http-${status}`;
  return new Problem({
    status,
    code,
    ...(typeof body.detail === "string" && { detail: body.detail }),
    ...(typeof body.field === "string" && { field: body.field }),
    current: body.current,
    ...(body.values !== null &&
      typeof body.values === "object" && { values: body.values as Record<string, number> }),
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === "object" ? (value as Record<string, unknown>) : {};
  } catch {
    return {}; // a proxy's own page, or nothing
  }
}
