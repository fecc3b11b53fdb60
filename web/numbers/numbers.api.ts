import type {
  NumbersSeen,
  NumbersWritten,
  PastedNumbers,
  SeenNumbers,
} from "#server/numbers/numbers.contract.ts";
import { post } from "../api/client.ts";

export type { NumberKind, NumbersSeen, NumbersWritten, RowSeen } from "#server/numbers/numbers.contract.ts";

export const previewNumbers = (pasted: PastedNumbers) => post<NumbersSeen>("/api/numbers/preview", pasted);
export const writeNumbers = (seen: SeenNumbers) => post<NumbersWritten>("/api/numbers", seen);
