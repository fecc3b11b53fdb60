import { get, post } from "../api/client.ts";

/** Who is signed in, as every page may know it. */
export type SignedIn = {
  personId: string;
  name: string;
  kind: "student" | "guardian" | "staff" | "mentor" | "interpreter";
  roles: string[];
  language: string;
  school: { id: string; name: string; zone: string };
  districtName: string;
  may: Record<string, boolean>;
};
export type SessionFacts = { actor: SignedIn | null; demo: boolean };
export type DemoPerson = { key: string; name: string; kind: string; line: string };
export type SignInChoices = { schools: { id: string; name: string }[]; demoPeople: DemoPerson[] | null };

export const readSession = () => get<SessionFacts>("/api/session");
export const readDraftKey = () => get<{ key: string }>("/api/session/draft-key");
export const readChoices = () => get<SignInChoices>("/api/sign-in/choices");
export const signInAsDemo = (key: string) => post<void>("/api/sign-in/demo", { key });
export const signInByPassword = (given: { schoolId: string; name: string; password: string }) =>
  post<void>("/api/sign-in/password", given);
export const askForLink = (email: string) => post<void>("/api/sign-in/link", { email });
export const openLink = (token: string) => post<void>("/api/sign-in/link/open", { token });
export const signOut = () => post<void>("/api/sign-out");
