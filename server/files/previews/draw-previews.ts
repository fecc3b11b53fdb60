import type { Worker } from "node:worker_threads";
import { startWorker } from "#server/jobs/start-worker.ts";
import { limits } from "../limits.ts";
import type { Picture, PreviewNews, PreviewOrder } from "./picture.ts";

/** What was found out about a content; null where it cannot be shown. */
export type Drawn = { width: number; height: number; pages: number | null } | null;

type Keep = (picture: Picture) => Promise<void>;

/** Who hears what the thread says at the moment. */
interface Listener {
  news(news: PreviewNews): void;
  ended(error: Error): void;
}

// Kept warm for a while: loading what draws takes longer than drawing.
const idleMs = 60_000;
let thread: Worker | null = null;
let listener: Listener | null = null;
let goodbye: NodeJS.Timeout | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** Draws the pictures of a content in a thread of its own, one content at a time, handing each picture to `keep`. */
export function drawPreviews(order: PreviewOrder, keep: Keep): Promise<Drawn> {
  const drawn = turn.then(() => drawInThread(order, keep));
  turn = drawn.catch(() => undefined);
  return drawn;
}

async function drawInThread(order: PreviewOrder, keep: Keep): Promise<Drawn> {
  clearTimeout(goodbye);
  const worker = (thread ??= start());
  const giveUp = setTimeout(() => listener?.ended(new TooMuch()), limits.previewSeconds * 1000);
  try {
    const drawn = await hear(keep, () => worker.postMessage(order));
    goodbye = setTimeout(() => void dismiss(worker), idleMs).unref();
    return drawn;
  } catch (error) {
    await dismiss(worker);
    if (error instanceof TooMuch || isOutOfMemory(error)) return null;
    throw error;
  } finally {
    clearTimeout(giveUp);
    listener = null;
  }
}

function start(): Worker {
  const worker = startWorker("files/previews/preview");
  const end = (error: Error) => {
    if (thread === worker) thread = null;
    listener?.ended(error);
  };
  worker.on("message", (news: PreviewNews) => listener?.news(news));
  worker.on("error", end);
  worker.on("exit", () => end(new Error("The thread that draws pictures ended.")));
  worker.unref();
  return worker;
}

const hear = (keep: Keep, begin: () => void): Promise<Drawn> =>
  new Promise((resolve, reject) => {
    let kept = Promise.resolve();
    listener = {
      news: (news) => {
        if ("picture" in news) kept = kept.then(() => keep(news.picture)).catch(reject);
        else void kept.then(() => resolve("done" in news ? news.done : null));
      },
      ended: reject,
    };
    begin();
  });

async function dismiss(worker: Worker): Promise<void> {
  if (thread === worker) thread = null;
  await worker.terminate();
}

/** More time than any honest content needs is the content's fault, and so is more memory. */
class TooMuch extends Error {}

const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
