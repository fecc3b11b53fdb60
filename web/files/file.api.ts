import type { UploadLimits } from "#server/files/file.contract.ts";
import { get } from "../api/client.ts";

export type { UploadLimits } from "#server/files/file.contract.ts";

/** What this person may send, and how much room there is. */
export const readUploadLimits = () => get<UploadLimits>("/api/files/limits");
