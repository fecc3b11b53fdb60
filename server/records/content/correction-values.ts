import type { PartValue } from "#server/forms/form-values.contract.ts";
import { isOwnSection } from "#server/record-templates/definition/usual-form.ts";
import { said, word } from "./phrases.ts";
import type { Reading } from "./read-content.ts";

/** What was set right after finishing, in the order it was; nothing where nothing was. */
export function correctionSection({ core, annexes }: Reading): Record<string, Record<string, PartValue>> {
  const all = [core, ...annexes].flatMap(({ corrections }) => corrections ?? []);
  if (all.length === 0) return {};
  const rows = all
    .toSorted((one, other) => one.version - other.version)
    .map(({ version, section, what, because, by, at }) => ({
      version: `${version}`,
      what: [
        word(isOwnSection(section) ? `own.${section}` : `${section}.heading`),
        "·",
        said(what),
        "·",
        said(because, "muted"),
      ],
      who: [by, { at, zone: core.school.zone, as: "short" as const }],
    }));
  return { corrections: { corrections: rows } };
}
