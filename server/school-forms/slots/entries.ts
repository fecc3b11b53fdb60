import type { FieldEntry } from "#server/forms/foreign/entry.ts";
import type { ForeignField } from "#server/forms/foreign/foreign-form.ts";
import { writeDay } from "./write-day.ts";
import type { SlotValue, SlotValues } from "./slot.ts";

interface Mapped {
  readonly field: string;
  readonly slot: string;
  readonly row: number;
}

/** What goes into a form, and what its lists of options do not know. */
export interface Entries {
  readonly entries: FieldEntry[];
  readonly unknownOptions: { field: string; said: string }[];
}

/** What a form's fields say, by its mapping; a field of which the record says nothing stays as it is. */
export function entriesFor(
  fields: readonly ForeignField[],
  mapping: readonly Mapped[],
  values: SlotValues,
  language: string,
): Entries {
  const unknownOptions: Entries["unknownOptions"] = [];
  const entries = mapping.flatMap(({ field: name, slot, row }): FieldEntry[] => {
    const field = fields.find((each) => each.name === name);
    if (!field || field.isReadOnly) return [];
    const [id = "", key] = slot.split("=");
    const value = values[id]?.[row - 1];
    if (field.kind === "tick")
      return [{ field: name, isTicked: value?.isTrue ?? (key !== undefined && value?.key === key) }];
    const said = sayValue(value, field, language);
    if (said === "") return [];
    if (field.kind !== "choice" || field.isEditable) return [{ field: name, text: said }];
    const option = optionFor(field, value!, said);
    if (option !== undefined) return [{ field: name, option }];
    unknownOptions.push({ field: name, said });
    return [];
  });
  return { entries, unknownOptions };
}

function sayValue(value: SlotValue | undefined, { dateFormat }: ForeignField, language: string): string {
  if (value?.day) return writeDay(value.day, { dateFormat, language });
  return value?.text?.trim() ?? value?.key ?? "";
}

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** The option that says the same, by its value or its words, whatever their case. */
function optionFor({ options }: ForeignField, { key = "" }: SlotValue, said: string): string | undefined {
  const wanted = [plain(said), plain(key)].filter(Boolean);
  return options.find(({ value, label }) => [value, label].some((each) => wanted.includes(plain(each))))
    ?.value;
}
