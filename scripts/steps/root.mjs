import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's folder. (import.meta.dirname is missing on the old versions that check-node.mjs turns away.) */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
