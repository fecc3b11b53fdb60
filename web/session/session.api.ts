import type {
  DraftKey,
  FirstSetUp,
  SessionActor,
  SessionReply,
  SignInChoices,
} from "#server/sign-in/session.contract.ts";
import { get, post, put } from "../api/client.ts";

export type { FirstSetUp, SessionReply, SignInChoices } from "#server/sign-in/session.contract.ts";
/** Who is signed in, as every page may know it. */
export type SignedIn = SessionActor;

export const readSession = () => get<SessionReply>("/api/session");
export const readDraftKey = () => get<DraftKey>("/api/session/draft-key");
export const chooseLanguage = (language: string) => put<void>("/api/session/language", { language });
export const readChoices = () => get<SignInChoices>("/api/sign-in/choices");
export const signInAsDemo = (key: string) => post<void>("/api/sign-in/demo", { key });
export const signInByPassword = (given: { schoolId: string | null; name: string; password: string }) =>
  post<void>("/api/sign-in/password", given);
export const askForLink = (email: string) => post<void>("/api/sign-in/link", { email });
export const openLink = (token: string) => post<void>("/api/sign-in/link/open", { token });
export const setUpFirst = (given: FirstSetUp) => post<void>("/api/set-up", given);
export const signOut = () => post<void>("/api/sign-out");
