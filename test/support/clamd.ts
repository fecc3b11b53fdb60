import { createServer, type AddressInfo, type Socket } from "node:net";

/** A scanner that speaks clamd's protocol over a real socket and knows one danger: the test file of EICAR. */
export interface Clamd {
  readonly url: string;
  /** How many contents it has looked at. */
  scans: number;
  /** Bytes it takes of one content, as StreamMaxLength says. */
  most: number;
  close(): Promise<void>;
}

// In two halves, so that no scanner takes this file for the real thing.
const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

/** What every scanner agrees to find. */
export const aVirus = (): Buffer => Buffer.from(eicar);

/** Opens one on a free port, or on one named, as if it came back. */
export async function openClamd(port = 0): Promise<Clamd> {
  const lines = new Set<Socket>();
  const clamd = { scans: 0, most: 25 * 1024 * 1024 };
  const server = createServer((line) => {
    lines.add(line);
    line.on("close", () => lines.delete(line)).on("error", () => undefined);
    listen(line, clamd);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const line of lines) line.destroy();
      server.close(() => resolve());
    });
  return Object.assign(clamd, { url: `clamd://127.0.0.1:${taken}`, close });
}

/** zINSTREAM, then pieces of four bytes of length and their content, then a length of nothing. */
function listen(line: Socket, clamd: { scans: number; most: number }): void {
  let heard = Buffer.alloc(0);
  let isStreaming = false;
  const content: Buffer[] = [];
  line.on("data", (bytes) => {
    heard = Buffer.concat([heard, bytes as Buffer]);
    if (!isStreaming) {
      const end = heard.indexOf(0);
      if (end < 0) return;
      if (heard.toString("latin1", 0, end) !== "zINSTREAM") return void line.end("UNKNOWN COMMAND\0");
      isStreaming = true;
      heard = heard.subarray(end + 1);
    }
    while (heard.length >= 4) {
      const length = heard.readUInt32BE(0);
      if (length === 0) {
        clamd.scans++;
        const found = Buffer.concat(content).includes(eicar);
        return void line.end(found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
      }
      if (heard.length < 4 + length) return;
      content.push(heard.subarray(4, 4 + length));
      heard = heard.subarray(4 + length);
      if (content.reduce((sum, each) => sum + each.length, 0) > clamd.most)
        return void line.end("INSTREAM size limit exceeded. ERROR\0");
    }
  });
}
