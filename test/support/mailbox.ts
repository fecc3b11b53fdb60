import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A letter as its reader finds it. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A mail server that keeps what it is given. */
export interface Mailbox {
  readonly url: string;
  readonly letters: readonly Letter[];
  /** Waits for a letter to somebody whose subject fits. */
  waitFor(to: string, subject: RegExp): Promise<Letter>;
  close(): Promise<void>;
}

/** Opens a mail server on a port of its own. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, session, done) => {
      void simpleParser(stream).then(({ subject = "", text = "", html }) => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(", ");
        letters.push({ to, subject, text, html: html || "" });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    waitFor: (to, subject) => waitFor(letters, to, subject),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function waitFor(letters: readonly Letter[], to: string, subject: RegExp): Promise<Letter> {
  for (let tries = 0; tries < 300; tries++) {
    const found = letters.findLast((letter) => letter.to === to && subject.test(letter.subject));
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `No letter to ${to}; there are: ${letters.map((one) => `${one.to} ${one.subject}`).join("; ")}`,
  );
}
