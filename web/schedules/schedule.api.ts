import type { NewSchedule, Schedule, SetSchedule, TroubleList } from "#server/schedules/schedule.contract.ts";
import { get, post } from "../api/client.ts";

export type {
  NewSchedule,
  Schedule,
  ScheduleRow,
  ScheduleStudent,
  SetConference,
  Trouble,
} from "#server/schedules/schedule.contract.ts";

const of = (advisoryId: string) => `/api/advisories/${advisoryId}/schedule`;

export const readSchedule = (advisoryId: string, seasonId?: string) =>
  get<Schedule>(seasonId === undefined ? of(advisoryId) : `${of(advisoryId)}?seasonId=${seasonId}`);
export const findTroubles = (advisoryId: string, given: NewSchedule) =>
  post<TroubleList>(`${of(advisoryId)}/troubles`, given);
export const setSchedule = (advisoryId: string, given: NewSchedule) =>
  post<SetSchedule>(of(advisoryId), given);
