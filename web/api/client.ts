import { noteServerDate } from "./server-clock.ts";
import { Problem, offline, readProblem } from "./problem.ts";

export { Problem, problemOf } from "./problem.ts";

type Fetch = (url: string, init: RequestInit) => Promise<Response>;
type Options = { signal?: AbortSignal; keepalive?: boolean };

let send: Fetch = (url, init) => globalThis.fetch(url, init);
const signedOutListeners = new Set<() => void>();

/** Replaces the way requests leave, so that tests call the app itself; returns what puts it back. */
export function useFetch(fetch: Fetch): () => void {
  const before = send;
  send = fetch;
  return () => {
    send = before;
  };
}

/** Calls back whenever the server says that nobody is signed in any more. */
export function whenSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** Tells everyone who listens that a request met a closed door. */
export const tellSignedOut = () => signedOutListeners.forEach((listener) => listener());

export const get = <T>(url: string, options?: Options) =>
  takeAhead<T>(url) ?? request<T>("GET", url, undefined, options);
export const post = <T>(url: string, body?: unknown, options?: Options) =>
  request<T>("POST", url, body, options);
export const put = <T>(url: string, body?: unknown, options?: Options) =>
  request<T>("PUT", url, body, options);
export const patch = <T>(url: string, body?: unknown, options?: Options) =>
  request<T>("PATCH", url, body, options);
export const del = <T>(url: string, body?: unknown, options?: Options) =>
  request<T>("DELETE", url, body, options);

const ahead = new Map<string, Promise<unknown>>();
const aMoment = 5_000;

/** Asks now for what a page will ask for in a moment: its own `get` takes the answer, once. Resolves when it is there. */
export async function askAhead(url: string): Promise<void> {
  const answer = request<unknown>("GET", url, undefined);
  ahead.set(url, answer);
  // Not taken, it would grow old, or meet somebody else on a shared computer.
  setTimeout(() => ahead.get(url) === answer && ahead.delete(url), aMoment);
  await answer.catch(() => undefined); // whoever takes it says what went wrong
}

function takeAhead<T>(url: string): Promise<T> | undefined {
  const answer = ahead.get(url) as Promise<T> | undefined;
  ahead.delete(url);
  return answer;
}

async function request<T>(method: string, url: string, body: unknown, options: Options = {}): Promise<T> {
  const response = await reach(method, url, body, options);
  const text = await response.text();
  if (!response.ok) throw refused(response.status, text);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

async function reach(method: string, url: string, body: unknown, options: Options): Promise<Response> {
  const init: RequestInit = { method, credentials: "same-origin", headers: headersFor(body), ...options };
  if (body !== undefined) init.body = JSON.stringify(body);
  try {
    const response = await send(url, init);
    noteServerDate(response.headers.get("date"));
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    if (error instanceof Problem) throw error;
    throw offline();
  }
}

const headersFor = (body: unknown): Record<string, string> =>
  body === undefined
    ? { accept: "application/json" }
    : { accept: "application/json", "content-type": "application/json" };

function refused(status: number, text: string): Problem {
  if (status === 401) tellSignedOut();
  return readProblem(status, text);
}
