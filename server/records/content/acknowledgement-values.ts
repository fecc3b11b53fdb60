import type { PartValue, Slot } from "#server/forms/form-values.contract.ts";
import { relationship, said, word } from "./phrases.ts";
import type { Reading } from "./read-content.ts";
import type { Signed } from "./record-content.contract.ts";

/** Who put her name to it, with the two ticks told apart, and what families wanted to add. */
export function acknowledgementSection({ core, annexes }: Reading): Record<string, PartValue> {
  const signed = [...core.signed, ...annexes.flatMap((annex) => annex.signed)];
  const { seal, school } = core;
  const signatures = signed.map((one) => slotOf(one, school.zone));
  const sealed: Slot = {
    name: seal?.sealedBy ?? null,
    role: word("acknowledgement.adviser"),
    lines: seal
      ? [{ at: seal.sealedAt, zone: school.zone, as: "short" }, word("acknowledgement.sealed")]
      : [],
  };
  const comments = signed
    .filter(({ comment }) => comment.text.trim() !== "")
    .map(({ name, comment }) => ({ who: name, text: said(comment) }));
  const added = annexes.flatMap(({ fields, household }) =>
    fields["comments"] ? [{ who: household, text: said(fields["comments"]) }] : [],
  );
  const all = [...comments, ...added];
  return { signatures: [...signatures, sealed], ...(all.length > 0 ? { comment: all } : {}) };
}

const methods: Record<string, string> = { "hand-over": "inTheRoom", link: "byLink", paper: "onPaper" };

const slotOf = (
  { typedName, role, tookPart, receivedCopy, method, givenAt }: Signed,
  zone: string,
): Slot => ({
  name: typedName,
  role: role === "student" ? word("acknowledgement.student") : relationship(role, "guardian"),
  lines: [
    ...(tookPart ? [word("acknowledgement.tookPart")] : []),
    ...(receivedCopy ? [word("acknowledgement.received")] : []),
    { at: givenAt, zone, as: "short" },
    word(`acknowledgement.${methods[method] ?? "onPaper"}`),
  ],
});
