import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A real mail server that keeps what it is sent. */
export interface LetterBox {
  readonly url: string;
  readonly mails: ParsedMail[];
  /** What it answers the next senders; null takes the mail. */
  refusal: { code: number; at: "recipient" | "data" } | null;
  close(): Promise<void>;
}

/** Opens a mail server on a free port, or on one named, as if it came back. */
export async function openLetterBox(port = 0): Promise<LetterBox> {
  const box = { mails: [] as ParsedMail[], refusal: null as LetterBox["refusal"] };
  const refuse = (at: "recipient" | "data") =>
    box.refusal?.at === at ? Object.assign(new Error("Not now"), { responseCode: box.refusal.code }) : null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, done) => done(refuse("recipient")),
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          const refusal = refuse("data");
          if (refusal === null) box.mails.push(mail);
          done(refusal);
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.server.address() as { port: number };
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return Object.assign(box, { url: `smtp://127.0.0.1:${taken}`, close });
}
