// Runs beside the pages, not in them: no import, and the build puts the list of files before it (offline-shell.ts).
interface Extending extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const build: string;
declare const files: string[];

const kept = `lectern-shell-${build}`;
const shell = "/index.html";
const patience = 4000;

// A new build waits until no page of the one before is open: its old files stay for as long as somebody reads with them.
addEventListener("install", (event) =>
  (event as Extending).waitUntil(
    caches
      .open(kept)
      .then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: "no-cache" })))),
  ),
);

addEventListener("activate", (event) =>
  (event as Extending).waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith("lectern-shell-") && name !== kept)
            .map((name) => caches.delete(name)),
        ),
      ),
  ),
);

addEventListener("fetch", (event) => {
  const { request } = event as Fetching;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  // Answers of the server are nobody's but the person's who asks, so they never pass through here.
  if (pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") {
    if (pathname.startsWith("/room/")) (event as Fetching).respondWith(openRoom(request));
    return;
  }
  if (files.includes(pathname)) (event as Fetching).respondWith(find(request, pathname));
});

/** The server's page, or the kept one when the server is away, broken or slow. */
async function openRoom(request: Request): Promise<Response> {
  const given = fetch(request).catch(() => undefined);
  const tooLate = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience));
  const answer = await Promise.race([given, tooLate]);
  if (answer && answer.status < 500) return answer;
  return (await (await caches.open(kept)).match(shell)) ?? (await given) ?? Response.error();
}

async function find(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(kept);
  return (await cache.match(pathname, { ignoreVary: true })) ?? fetch(request);
}

export {};
