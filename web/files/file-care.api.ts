import type { FileCare, FileChecked } from "#server/files/care/care.contract.ts";
import { get, post } from "../api/client.ts";

export type { FileCare, FileInNeed } from "#server/files/care/care.contract.ts";
export type { FileTrouble } from "#server/files/file.contract.ts";

export const readFileCare = () => get<FileCare>("/api/file-care");
export const checkFile = (fileId: string) => post<FileChecked>(`/api/files/${fileId}/check`);
