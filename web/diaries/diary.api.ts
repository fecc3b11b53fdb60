import type { Evening } from "#server/diaries/diary.contract.ts";
import { get } from "../api/client.ts";

export type { Evening, EveningLine } from "#server/diaries/diary.contract.ts";

export const readEvening = (day: string) => get<Evening>(`/api/evenings/${day}`);
