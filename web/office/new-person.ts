import type { KnownPerson } from "../people/guardian.api.ts";
import { orNull } from "./choices.ts";

/** Somebody new as she is typed in; what stays empty there is none of. */
export type NewPerson = {
  givenName: string;
  familyName: string;
  language: string;
  email: string;
  phone: string;
};

/** Nobody typed in yet. */
export const nobody = (language = "en"): NewPerson => ({
  ...{ givenName: "", familyName: "", language, email: "", phone: "" },
});

/** Somebody new as she is sent. */
export const personOf = ({ email, phone, ...names }: NewPerson) => ({
  ...names,
  email: orNull(email),
  phone: orNull(phone),
});

/** Somebody known, or else somebody new, as she is sent. */
export const sentAs = (given: NewPerson, chosen: KnownPerson | undefined) =>
  chosen ? { personId: chosen.personId } : { person: personOf(given) };
