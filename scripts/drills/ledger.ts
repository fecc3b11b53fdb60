/** A file the server said it has. */
export interface AcknowledgedFile {
  readonly student: number;
  readonly id: string;
  readonly sha256: string;
}

/** An upload in pieces, as far as the server said it has it. */
export interface OpenUpload {
  readonly student: number;
  readonly address: string;
  received: number;
}

/** What a room's field holds: what was acknowledged, and what was on its way when the line broke. */
export interface TypedField {
  acknowledged: string;
  sent: string;
}

/** Everything the server acknowledged; it lives in a process nobody kills. */
export class Ledger {
  readonly files: AcknowledgedFile[] = [];
  readonly pieces: { workSampleId: string; fileId: string; student: number }[] = [];
  readonly uploads = new Map<string, OpenUpload>();
  readonly fields = new Map<number, TypedField>();
  /** How many writes were acknowledged, by kind. */
  readonly counts = { files: 0, parts: 0, pieces: 0, fields: 0 };
}
