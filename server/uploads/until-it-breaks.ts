import type { Readable } from "node:stream";

/** So much may wait for the disk before the line is asked to wait, too. */
const mostWaiting = 1024 * 1024;

/**
 * What arrives of a request, in chunks, ended where the line breaks. A broken request lets go of what nobody has read yet,
 * so each chunk is taken from it at once: what arrived while the disk was busy is kept, too.
 */
export async function* untilItBreaks(content: Readable): AsyncGenerator<Uint8Array> {
  const arrived: Uint8Array[] = [];
  let waiting = 0;
  let isOver = content.destroyed || content.readableEnded;
  let wake = (): void => undefined;
  const take = (chunk: Uint8Array) => {
    arrived.push(chunk);
    waiting += chunk.length;
    if (waiting > mostWaiting) content.pause();
    wake();
  };
  const end = () => ((isOver = true), wake());
  content.on("data", take).once("end", end).once("error", end).once("close", end);
  try {
    for (;;) {
      const chunk = arrived.shift();
      if (chunk) {
        waiting -= chunk.length;
        if (waiting <= mostWaiting && content.isPaused()) content.resume();
        yield chunk;
      } else if (isOver) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    content.off("data", take).pause();
  }
}
