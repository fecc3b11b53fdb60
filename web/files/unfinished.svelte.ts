import type { OpenUpload } from "#server/uploads/upload.contract.ts";
import { beforeLeaving } from "../session/session.svelte.ts";
import { listOpenUploads, removeUpload } from "./file.api.ts";

/** The uploads of this person that stopped on their way, on whatever device. */
class Unfinished {
  known = $state.raw<OpenUpload[]>([]);

  /** Asks once more; without an answer what was known stands. */
  async look(): Promise<void> {
    this.known = await listOpenUploads().catch(() => this.known);
  }

  /** What is there of this very file, if it was begun before. Fails when the server cannot be asked. */
  async find(file: File): Promise<OpenUpload | undefined> {
    this.known = await listOpenUploads();
    return this.known.find((upload) => isOf(upload, file));
  }

  arrived(file: File): void {
    this.known = this.known.filter((upload) => !isOf(upload, file));
  }

  async remove({ id }: OpenUpload): Promise<void> {
    await removeUpload(`/api/uploads/${id}`);
    this.known = this.known.filter((upload) => upload.id !== id);
  }
}

export const unfinished = new Unfinished();

/** A file is the same when its name, its size and the time of its last change are; some devices tell no time. */
export const isOf = ({ name, bytes, modifiedAt }: OpenUpload, file: File): boolean =>
  name === file.name &&
  bytes === file.size &&
  (modifiedAt === null || Date.parse(modifiedAt) === file.lastModified);

beforeLeaving(() => void (unfinished.known = []));
