import { randomBytes } from "node:crypto";

/** Twenty random bytes, the first of which is a folder; the same in every store. */
const form = /^[0-9a-f]{2}\/[0-9a-f]{38}$/;

/** A key nobody has. */
export function newKey(): string {
  const name = randomBytes(20).toString("hex");
  return `${name.slice(0, 2)}/${name.slice(2)}`;
}

/** Whether a name in a store is one we gave. */
export const isKey = (name: string): boolean => form.test(name);

/** The key itself; throws for what we never gave, so that no name leads out of the store. */
export function ours(key: string): string {
  if (!isKey(key)) throw new Error("That is not a key of ours.");
  return key;
}
