import type { FormValues, Slot } from "#server/forms/form-values.contract.ts";
import { relationship, word } from "../content/phrases.ts";
import type { LateName } from "./slip.queries.ts";

/** What the slip says: which record, whose name, and what she ticked. */
export function slipValues(late: LateName): FormValues {
  const { number, student, version, zone } = late;
  const given = { at: late.givenAt.toISOString(), zone };
  const named = { number, student };
  return {
    title: word("head.document", named),
    issuedAt: given.at,
    draft: false,
    head: {
      organisation: `${late.school}. ${late.season}`,
      number,
      lines: [word("head.line", { number, version })],
      running: word("head.running", named),
    },
    foot: { text: word("foot", { at: given, number }), digest: late.digest.toString("hex") },
    headings: { record: student },
    sections: {
      record: {
        facts: {
          number,
          version: `${version}`,
          finished: { at: late.sealedAt.toISOString(), zone, as: "short" },
          by: late.sealedBy,
        },
      },
      name: {
        signature: [slotOf(late)],
        ...(late.comment.trim() ? { comment: [{ text: { text: late.comment, lang: late.language } }] } : {}),
      },
    },
  };
}

const ways: Record<string, string> = { link: "said.byLink", paper: "said.onPaper" };

const slotOf = (late: LateName): Slot => ({
  name: late.typedName,
  role: late.isStudent ? word("said.student") : relationship(late.relationship, "guardian"),
  lines: [
    ...(late.tookPart ? [word("said.tookPart")] : []),
    ...(late.receivedCopy ? [word("said.received")] : []),
    { at: late.givenAt.toISOString(), zone: late.zone, as: "short" },
    word(ways[late.method] ?? "said.inTheRoom"),
  ],
});
