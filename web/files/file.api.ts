import type { UploadedFile, UploadLimits } from "#server/files/file.contract.ts";
import type { OpenUpload } from "#server/uploads/upload.contract.ts";
import { del, get, post } from "../api/client.ts";
import { upload } from "../api/upload.ts";

export type { UploadLimits } from "#server/files/file.contract.ts";

/** Gives a film of one's own the picture it shows before it plays. */
export const givePoster = (fileId: string, picture: Blob) =>
  upload<void>(`/api/files/${fileId}/poster`, picture, { name: "poster.jpg" }).done;

/** What this person may send, and how much room there is. */
export const readUploadLimits = () => get<UploadLimits>("/api/files/limits");

/** The uploads that stopped on their way. */
export const listOpenUploads = () => get<OpenUpload[]>("/api/uploads");

/** Makes the file of an upload all of which is there. */
export const finishUpload = (address: string) => post<UploadedFile>(`${address}/file`);

/** Forgets an upload and what arrived of it. */
export const removeUpload = (address: string) => del<void>(address);
