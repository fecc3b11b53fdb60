import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "#server/project-root.ts";
import type { OwnField, TemplateDefinition, TemplateSection } from "./definition.contract.ts";
import { usualDefinition } from "./usual-form.ts";

const folder = join(projectRoot, "templates/record-templates");

/** A section as a file writes it: what differs from the usual form. */
interface ShippedSection extends Partial<Omit<TemplateSection, "fields">> {
  readonly key: string;
  readonly own?: readonly (Pick<OwnField, "key" | "kind" | "by" | "label"> & Partial<OwnField>)[];
}

/** The arrangements that come with the product, by their file's name. */
export const listShipped = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();

/** One of them, whole; undefined where there is no such file. */
export function readShipped(key: string): TemplateDefinition | undefined {
  if (!listShipped().includes(key)) return undefined;
  const { sections } = JSON.parse(readFileSync(join(folder, `${key}.json`), "utf8")) as {
    sections: ShippedSection[];
  };
  return { sections: sections.map(asSection) };
}

function asSection({ own = [], ...given }: ShippedSection): TemplateSection {
  const usual = usualDefinition().sections.find(({ key }) => key === given.key);
  return {
    ...{ isLeftOut: false, heading: {}, grades: null },
    ...given,
    fields: [...(usual?.fields ?? []), ...own.map(asField)],
  };
}

const asField = (field: NonNullable<ShippedSection["own"]>[number]): OwnField => ({
  ...{ is: "own", hint: {}, choices: [], source: null, required: [], grades: null },
  ...field,
});
