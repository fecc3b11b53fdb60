import type {
  Acknowledging,
  Changes,
  Correcting,
  FieldSaved,
  FieldSaving,
  Missing,
  Outcome,
  ReadBack,
  RecordReply,
  Sealed,
  Unprintable,
} from "#server/records/record.contract.ts";
import type { Erasure, Tombstone } from "#server/records/erasing/erasure.contract.ts";
import type { Translating, Translations } from "#server/records/translating/translation.contract.ts";
import type { RecordReading } from "#server/records/content/record-content.contract.ts";
import type { PlanSaving } from "#server/interventions/intervention.contract.ts";
import { del, get, patch, post, put } from "../api/client.ts";

export type {
  Acknowledgement,
  Acknowledging,
  AttemptMade,
  Changes,
  Correcting,
  FieldNow,
  FieldSaved,
  FieldSaving,
  FieldValue,
  Missing,
  MissingThing,
  Outcome,
  RecordReply,
  RoomPerson,
  Sealed,
} from "#server/records/record.contract.ts";
export type * from "#server/records/content/record-content.contract.ts";
export type { Intervention, InterventionPlan, Need } from "#server/interventions/intervention.contract.ts";

export const openRecord = (conferenceId: string) =>
  get<RecordReply>(`/api/conferences/${conferenceId}/record`);
export const saveField = (recordId: string, saving: FieldSaving) =>
  patch<FieldSaved>(`/api/records/${recordId}/fields`, saving);
export const listChanges = (
  recordId: string,
  since: number,
  { device, stirred = false }: { device?: string; stirred?: boolean } = {},
) =>
  get<Changes>(
    `/api/records/${recordId}/changes?since=${since}${device ? `&device=${device}` : ""}${stirred ? "&stirred=yes" : ""}`,
  );
export const listMissing = (recordId: string, outcome?: Outcome) =>
  get<Missing>(`/api/records/${recordId}/missing${outcome ? `?outcome=${outcome}` : ""}`);
export const readContent = (recordId: string) => get<RecordReading>(`/api/records/${recordId}/content`);
export const readBack = (recordId: string, revision: number) =>
  post<ReadBack>(`/api/records/${recordId}/read-back`, { revision });
export const acknowledge = (recordId: string, said: Acknowledging) =>
  post<{ id: string }>(`/api/records/${recordId}/acknowledgements`, said);
export const correctRecord = (recordId: string, correcting: Correcting) =>
  post<{ version: number }>(`/api/records/${recordId}/corrections`, correcting);
/** The same on the school's own form, where it has one in use. */
export const schoolFormAddress = (recordId: string, language?: string) =>
  `/api/records/${recordId}/school-form${language ? `?language=${language}` : ""}`;
export const withdrawRecord = (recordId: string, because: string) =>
  post<void>(`/api/records/${recordId}/withdrawal`, { because });
export const withholdName = (recordId: string, personId: string, because: "declined" | "later") =>
  put<void>(`/api/records/${recordId}/withheld-names/${personId}`, { because });
export const offerName = (recordId: string, personId: string) =>
  del<void>(`/api/records/${recordId}/withheld-names/${personId}`);
export const slipAddress = (recordId: string, acknowledgementId: string, language?: string) =>
  `/api/records/${recordId}/acknowledgements/${acknowledgementId}/slip${language ? `?language=${language}` : ""}`;
export const sealRecord = (recordId: string, revision: number) =>
  post<Sealed>(`/api/records/${recordId}/seal`, { revision });
export const planSupport = (recordId: string, id: string, plan: PlanSaving) =>
  put<FieldSaved>(`/api/records/${recordId}/interventions/${id}`, plan);
export const dropSupport = (recordId: string, id: string) =>
  del<FieldSaved>(`/api/records/${recordId}/interventions/${id}`);
export const pdfAddress = (recordId: string, language?: string) =>
  `/api/records/${recordId}/pdf${language ? `?language=${language}` : ""}`;

export const attachScan = (recordId: string, acknowledgementId: string, fileId: string) =>
  put<void>(`/api/records/${recordId}/acknowledgements/${acknowledgementId}/scan`, { fileId });

export type { ErasureGround, Tombstone } from "#server/records/erasing/erasure.contract.ts";
export const eraseRecord = (recordId: string, erasure: Erasure) =>
  post<void>(`/api/records/${recordId}/erasure`, erasure);
export const readTombstone = (recordId: string) => get<Tombstone>(`/api/records/${recordId}/tombstone`);

export type { TranslationsFor } from "#server/records/translating/translation.contract.ts";
export const listTranslations = (recordId: string) =>
  get<Translations>(`/api/records/${recordId}/translations`);
export const translate = (recordId: string, translating: Translating) =>
  put<void>(`/api/records/${recordId}/translations`, translating);

/** The next check-in as a day for one's own calendar. */
export const checkInAddress = (recordId: string) => `/api/records/${recordId}/check-in`;

/** Letters that would be missing on paper. */
export const findUnprintable = (recordId: string) => get<Unprintable>(`/api/records/${recordId}/unprintable`);
