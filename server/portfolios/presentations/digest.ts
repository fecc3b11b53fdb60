import { createHash } from "node:crypto";

/** SHA-256 over a document as canonical JSON, so that the same content has one digest wherever it is computed. */
export const digestOf = (document: unknown): Buffer =>
  createHash("sha256").update(canonicalJson(document)).digest();

/** JSON with the keys of every object in the order of their code units and no space (after RFC 8785). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
