import type { FieldKind } from "#server/forms/foreign/foreign-form.ts";
import type { Reader } from "#server/forms/reader.ts";
import { formOf } from "#server/records/content/form-of.ts";
import { valueFromData } from "#server/records/content/own-values.ts";
import type { RecordContent } from "#server/records/content/record-content.contract.ts";
import type { Labels, OwnFieldKind } from "#server/record-templates/definition/definition.contract.ts";
import type { OwnFieldFacts } from "#server/record-templates/definition/record-form.contract.ts";
import { fieldsOf, ownName } from "#server/record-templates/definition/resolve-form.ts";
import type { AddedField } from "#server/record-templates/list-added-fields.ts";
import type { FormSlotDefinition, SlotValue, SlotValues } from "./slot.ts";

const kinds: Record<OwnFieldKind, FieldKind> = {
  text: "text",
  line: "text",
  data: "text",
  day: "date",
  tick: "tick",
  choice: "choice",
};

/** The fields a school's record forms add, as slots of its own PDF; each answer to choose from is a tick of its own, `own.path=college`. */
export const ownSlots = (added: readonly AddedField[]): FormSlotDefinition[] =>
  added.flatMap(({ form, field: { key, kind, label, choices } }) => {
    const slot = { group: "own", rows: 1, words: words(label) };
    const id = ownName(key);
    const ticks = choices.map((choice) => ({
      ...slot,
      id: `${id}=${choice.key}`,
      kind: "tick" as const,
      words: words(choice.label),
      own: { form, label, choice: choice.label },
    }));
    return [{ ...slot, id, kind: kinds[kind], own: { form, label, choice: null } }, ...ticks];
  });

const words = (labels: Labels): string[] => Object.values(labels).filter((label) => label.trim() !== "");

/** What a record says in the fields its form adds; what the school knows already is said in the reader's language. */
export const ownSlotValues = (content: RecordContent, reader: Reader, language: string): SlotValues =>
  Object.fromEntries(
    fieldsOf(formOf(content.core)).flatMap(({ name, own }): [string, SlotValue[]][] => {
      if (!own) return [];
      const known = own.source && valueFromData(own.source, content.core);
      if (known) return [[name, [{ text: reader.plain(known) }]]];
      const written = textsOf(name, content);
      return written.length > 0 ? [[name, [asWritten(own, written, language)]]] : [];
    }),
  );

const textsOf = (name: string, { core, annexes }: RecordContent): string[] =>
  [core.fields, ...annexes.map(({ fields }) => fields)].flatMap((fields) => {
    const text = fields[name]?.text ?? "";
    return text.trim() === "" ? [] : [text];
  });

/** Two homes that met apart may both have written: their words stand one below the other, of a day or a choice the first. */
function asWritten({ kind, choices }: OwnFieldFacts, texts: string[], language: string): SlotValue {
  const [first = ""] = texts;
  if (kind === "tick") return { isTrue: true };
  if (kind === "day") return { day: first };
  if (kind !== "choice") return { text: texts.join("\n") };
  const label = choices.find(({ key }) => key === first)?.label ?? {};
  return { key: first, text: labelFor(label, language) ?? first };
}

const labelFor = (labels: Labels, language: string): string | undefined =>
  [labels[language as keyof Labels], ...Object.values(labels)].find((label) => label?.trim());

const likeUsual: Record<OwnFieldKind, string> = {
  text: "comments",
  line: "goal-measure",
  data: "result-test",
  day: "next-check-in",
  tick: "",
  choice: "",
};

/** Something long in each of them: as long as the usual field it is most like, or its longest answer. */
export const longestOwn = (added: readonly AddedField[], usual: SlotValues): SlotValues =>
  Object.fromEntries(
    added.map(({ field: { key, kind, choices } }): [string, readonly SlotValue[]] => {
      const id = ownName(key);
      if (kind === "tick") return [id, [{ isTrue: true }]];
      if (kind !== "choice") return [id, (usual[likeUsual[kind]] ?? []).slice(0, 1)];
      const answers = choices.map((choice) => ({
        key: choice.key,
        text: labelFor(choice.label, "en") ?? "",
      }));
      const [longest] = answers.toSorted((one, other) => other.text.length - one.text.length);
      return [id, longest ? [longest] : []];
    }),
  );
