import { afterEach, expect, test } from "vitest";
import { askAhead, get, patch, useFetch, whenSignedOut } from "#web/api/client.ts";
import { problemOf } from "#web/api/problem.ts";

let putBack = () => {};
afterEach(() => putBack());

const answering = (status: number, body: string) => {
  putBack = useFetch(async () => new Response(status === 204 ? null : body, { status }));
};

test("a reply is the body, and an empty reply is nothing", async () => {
  answering(200, '{"wording":"Read"}');
  expect(await get("/api/goals/1")).toEqual({ wording: "Read" });
  putBack();
  answering(204, "");
  expect(await patch("/api/goals/1", {})).toBeUndefined();
});

test("what was asked ahead is taken once, and a refusal reaches whoever takes it", async () => {
  answering(200, '{"asked":"ahead"}');
  await askAhead("/api/review");
  answering(200, '{"asked":"now"}');
  expect(await get("/api/review")).toEqual({ asked: "ahead" });
  expect(await get("/api/review")).toEqual({ asked: "now" });
  answering(403, '{"status":403,"code":"not-for-you","detail":"No"}');
  await askAhead("/api/review");
  await expect(get("/api/review")).rejects.toMatchObject({ code: "not-for-you" });
});

test("a refusal keeps its code, its field and what stands now", async () => {
  const problem = { status: 409, code: "stale", detail: "Changed", field: "wording", current: "Write" };
  answering(409, JSON.stringify(problem));
  await expect(patch("/api/goals/1", {})).rejects.toMatchObject(problem);
});

test("a proxy's own page is a server that failed, not a crash", async () => {
  answering(502, "<html>Bad gateway</html>");
  await expect(get("/api/goals")).rejects.toMatchObject({ status: 502, code: "server-failed" });
});

test("no network is the code offline", async () => {
  putBack = useFetch(() => Promise.reject(new TypeError("Failed to fetch")));
  const problem = await get("/api/goals").catch(problemOf);
  expect(problem).toMatchObject({ status: 0, code: "offline" });
});

test("whoever listens hears that nobody is signed in any more", async () => {
  let heard = 0;
  const stop = whenSignedOut(() => heard++);
  answering(401, '{"code":"signed-out"}');
  await get("/api/goals").catch(() => undefined);
  stop();
  await get("/api/goals").catch(() => undefined);
  expect(heard).toBe(1);
});
