import { createTransport } from "nodemailer";
import type { Letter } from "./write-letter.ts";

/** A letter with its envelope. */
export interface Mail extends Letter {
  readonly to: string;
  readonly language: string;
  /** Stable for a person and occasion, so that a second copy is recognised as the same mail. */
  readonly messageId: string;
}

/** What takes our mail. */
export interface MailServer {
  send(mail: Mail): Promise<void>;
}

/** The address will never work; trying again is of no use. */
export class Undeliverable extends Error {}

/** The server of `SMTP_URL`. */
export function mailServerAt(smtpUrl: string, from: string): MailServer {
  // Shorter than the job's patience, so that a silent server is a failed try and not a lost job.
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  const transport = createTransport({ url: smtpUrl, ...patience });
  return {
    async send({ to, language, ...letter }) {
      const headers = { "Content-Language": language, "Auto-Submitted": "auto-generated" };
      await transport.sendMail({ from, to: { name: "", address: to }, headers, ...letter }).catch(explain);
    },
  };
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

/** Only what the server says of the envelope is final; a wrong password of ours may be put right. */
function explain(error: SmtpError): never {
  if (error.code === "EENVELOPE" && (error.responseCode === undefined || error.responseCode >= 500))
    throw new Undeliverable(error.message);
  throw error;
}
