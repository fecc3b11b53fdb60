import type { Plugin } from "vite";

declare global {
  /** The rules that are true for everybody at this moment, "server/goals/goal.access.ts#readableBy"; none outside the mutation check. */
  var rulesReplacedByTrue: Set<string> | undefined;
  /** Every rule that can be replaced, filled as the access files load. */
  var replaceableRules: Set<string> | undefined;
  /** The rules asked since a test put an empty set here. */
  var rulesAsked: Set<string> | undefined;
}

/**
 * Lets a test replace any access rule by `true`, without a switch in the server's own code:
 * while tests load an access file, each function it exports is wrapped in one that looks whether it is replaced now.
 */
export function mutableRules(): Plugin {
  return {
    name: "mutable-rules",
    enforce: "pre",
    transform(code, id) {
      const file = /\/(server\/(?:.*\.access|access\/audiences)\.ts)$/.exec(id)?.[1];
      if (file === undefined) return null;
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map((match) => match[1] ?? "");
      const opened = code.replace(/^export const /gm, "export let ");
      return {
        code: `${opened}\n${names.map((name) => wrapped(file, name)).join("\n")}\nimport { sql as sqlOfMutation } from "kysely";\n`,
        map: null,
      };
    },
  };
}

const wrapped = (file: string, name: string): string => `if (typeof ${name} === "function") {
  const original = ${name} as (...values: unknown[]) => unknown;
  (globalThis.replaceableRules ??= new Set()).add("${file}#${name}");
  (${name} as unknown) = (...values: unknown[]) => (globalThis.rulesAsked?.add("${file}#${name}"), globalThis.rulesReplacedByTrue?.has("${file}#${name}")) ? sqlOfMutation\`true\` : original(...values);
}`;
