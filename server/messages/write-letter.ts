import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#server/project-root.ts";
import { translator, type Translate } from "#server/words/translator.ts";
import { isTemplate, wordings } from "./wordings.ts";

/** A letter ready to go. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a letter is written from. */
export interface Draft {
  readonly template: string;
  readonly language: string;
  /** The given name it greets. */
  readonly name: string;
  /** Who it is from: the school, or the district. */
  readonly sender: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
  /** Where its button leads; null for a letter without one. */
  readonly address: string | null;
}

/** Writes a letter in the person's language; throws when the template or one of its facts is missing. */
export function writeLetter(draft: Draft): Letter {
  const { template, facts } = draft;
  if (!isTemplate(template)) throw new Error(`There is no letter called ${template}.`);
  const missing = wordings[template].needs.find((fact) => !facts[fact]);
  if (missing) throw new Error(`The letter ${template} needs to know ${missing}.`);
  const say = translator(draft.language);
  const values = { ...present(facts), name: draft.name, sender: draft.sender };
  const words = (key: string) => say(`e-mails.${key}`, values);
  const details = wordings[template].details.filter((fact) => facts[fact]);
  const parts: Parts = {
    greeting: words("greeting"),
    paragraphs: words(`${template}-text`).split("\n\n"),
    details: details.map((fact) => words(`detail-${fact}`)),
    button: draft.address === null ? null : { label: words(`${template}-button`), address: draft.address },
    note: words(`${template}-note`),
    closing: words("closing"),
  };
  // One line, whatever a name may hold.
  const subject = words(`${template}-subject`).replace(/\s+/g, " ");
  return { subject, text: asText(parts), html: asHtml(parts, draft, say) };
}

interface Parts {
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly details: readonly string[];
  readonly button: { label: string; address: string } | null;
  readonly note: string;
  readonly closing: string;
}

const present = (facts: Draft["facts"]): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string | number] => entry[1] !== null),
  );

function asText({ greeting, paragraphs, details, button, note, closing }: Parts): string {
  const link = button === null ? [] : [`${button.label}:\n${button.address}`];
  const lines = details.length === 0 ? [] : [details.join("\n")];
  return [greeting, ...paragraphs, ...lines, ...link, note, closing].join("\n\n") + "\n";
}

let frame: string | undefined;

/** One plain column that every mail program shows; nothing is loaded from anywhere. */
function asHtml(parts: Parts, { language }: Draft, say: Translate): string {
  frame ??= readFileSync(join(projectRoot, "templates/e-mails/frame.html"), "utf8");
  const filled: Record<string, string> = {
    language: escape(language),
    direction: say("e-mails.direction"),
    greeting: escape(parts.greeting),
    body: [
      ...parts.paragraphs.map(paragraph),
      ...(parts.details.length > 0 ? [list(parts.details)] : []),
    ].join("\n"),
    button: parts.button === null ? "" : button(parts.button),
    note: escape(parts.note),
    closing: escape(parts.closing).replaceAll("\n", "<br>"),
  };
  return frame.replace(/\{\{(\w+)\}\}/g, (_, place: string) => filled[place] ?? "");
}

const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escape(text)}</p>`;

const list = (lines: readonly string[]): string =>
  `<p style="margin:0 0 16px;padding:12px 0;border-top:2px solid #1f1b16;border-bottom:1px solid #d8d0c4">${lines.map(escape).join("<br>")}</p>`;

const button = ({ label, address }: { label: string; address: string }): string =>
  `<p style="margin:24px 0"><a href="${escape(address)}" style="display:inline-block;padding:14px 24px;background:#1f4e5f;color:#ffffff;text-decoration:none;border-radius:6px;font-weight:600">${escape(label)}</a></p>`;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
