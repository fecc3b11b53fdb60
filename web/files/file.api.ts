import type { UploadLimits } from "#server/files/file.contract.ts";
import { get } from "../api/client.ts";
import { upload } from "../api/upload.ts";

export type { UploadLimits } from "#server/files/file.contract.ts";

/** Gives a film of one's own the picture it shows before it plays. */
export const givePoster = (fileId: string, picture: Blob) =>
  upload<void>(`/api/files/${fileId}/poster`, picture, { name: "poster.jpg" }).done;

/** What this person may send, and how much room there is. */
export const readUploadLimits = () => get<UploadLimits>("/api/files/limits");
