import { connect, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { ConfigError } from "#server/config-error.ts";
import { ScannerSilent, type Scanner, type Verdict } from "./scanner.ts";

/** Where clamd listens: a socket in the file system, or a host and its port. */
type Address = { path: string } | { host: string; port: number };

/** How long a scanner may say nothing. Films of 300 MB take a while, a dead scanner for ever. */
const patienceMs = 120_000;

/** Reads `clamd://HOST:PORT` (3310 where none is named) or `clamd:///path/of/clamd.sock`; throws `ConfigError`. */
export function scannerAt(scanUrl: string): Scanner {
  const address = addressOf(scanUrl);
  return { scan: (content) => scan(address, content) };
}

function addressOf(scanUrl: string): Address {
  const url = URL.canParse(scanUrl) ? new URL(scanUrl) : null;
  if (url?.protocol !== "clamd:" || (url.hostname === "" && url.pathname.length < 2))
    throw new ConfigError("SCAN_URL must be clamd://HOST:PORT or clamd:///path/of/clamd.sock.");
  if (url.hostname === "") return { path: decodeURIComponent(url.pathname) };
  return { host: url.hostname, port: Number(url.port || 3310) };
}

/** One content over one connection, by clamd's INSTREAM: pieces with their length before them, then one of length nothing (clamd(8)). */
async function scan(address: Address, content: AsyncIterable<Uint8Array>): Promise<Verdict> {
  const line = connect(address);
  line.setTimeout(patienceMs, () => line.destroy(new Error("it said nothing for two minutes")));
  const answer = answerOf(line);
  try {
    const sent = pipeline(framed(content), line, { end: false });
    // It may answer, and hang up, before it has heard everything.
    await Promise.race([sent, answer]).catch(() => undefined);
    return verdictOf(await answer);
  } catch (error) {
    if (error instanceof ScannerSilent) throw error;
    throw new ScannerSilent(`no answer: ${(error as Error).message}`, { onlyThis: false });
  } finally {
    line.destroy();
  }
}

async function* framed(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from("zINSTREAM\0");
  for await (const piece of content) {
    if (piece.length === 0) continue;
    yield lengthOf(piece.length);
    yield piece;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** What it says until it hangs up or ends its sentence. */
function answerOf(line: Socket): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    let said = "";
    line.on("data", (text: Buffer) => {
      said += text.toString("latin1");
      if (said.includes("\0")) resolve(said);
    });
    line.on("error", reject);
    line.on("close", () => (said === "" ? reject(new Error("it hung up")) : resolve(said)));
  });
  // Whoever asked may have failed first.
  answer.catch(() => undefined);
  return answer;
}

function verdictOf(said: string): Verdict {
  const words = said.replace(/\0.*/s, "").trim();
  if (words === "stream: OK") return { found: null };
  const found = /^stream: (.+) FOUND$/.exec(words)?.[1];
  if (found) return { found };
  throw new ScannerSilent(words.slice(0, 200), { onlyThis: true });
}
