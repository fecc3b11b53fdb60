import { parentPort } from "node:worker_threads";
import { PDFDocument } from "pdf-lib";
import type { FromJoiner, ToJoiner } from "./print-copies.ts";

const port = parentPort!;
const answer = (message: FromJoiner) => port.postMessage(message);
const whole = await PDFDocument.create();

port.on("message", (message: ToJoiner) => {
  void (async () => {
    if ("end" in message) {
      if (whole.getPageCount() === 0) whole.addPage();
      return answer({ whole: await whole.save() });
    }
    const one = await PDFDocument.load(message.pdf);
    for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page);
    if (whole.getPageCount() % 2 === 1) {
      const { width, height } = whole.getPage(whole.getPageCount() - 1).getSize();
      whole.addPage([width, height]);
    }
    answer({ joined: whole.getPageCount() });
  })();
});
