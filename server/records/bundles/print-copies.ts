import { startWorker } from "#server/jobs/start-worker.ts";
import type { Drawn } from "./draw-copies.ts";

/** What the joining thread is told, and what it answers. */
export type ToJoiner = { pdf: Uint8Array } | { end: true };
export type FromJoiner = { joined: number } | { whole: Uint8Array };

/** One file to print on both sides: each copy begins on a front page. Joined in a thread, since it takes all of one. */
export async function* printCopies(copies: AsyncIterable<Drawn>): AsyncGenerator<Uint8Array> {
  const thread = startWorker("records/bundles/join-pages");
  const answer = (message: ToJoiner): Promise<FromJoiner> =>
    new Promise((resolve, reject) => {
      thread.once("error", reject);
      thread.once("message", (reply: FromJoiner) => (thread.off("error", reject), resolve(reply)));
      thread.postMessage(message);
    });
  try {
    for await (const { pdf } of copies) if (pdf) await answer({ pdf: pdf.bytes });
    const last = await answer({ end: true });
    if ("whole" in last) yield last.whole;
  } finally {
    await thread.terminate();
  }
}
