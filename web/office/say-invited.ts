import { sayInstant } from "../words/dates.ts";
import { t } from "../words/words.svelte.ts";

/** Somebody who signs in by a link that is sent. */
export type Invited = { readonly hasSignedIn: boolean; readonly invitedAt: string | null };

/** What became of the last link that was sent. */
export const sayInvited = ({ hasSignedIn, invitedAt }: Invited, zone: string): string =>
  hasSignedIn
    ? t("office.hasSignedIn")
    : invitedAt === null
      ? t("office.notInvited")
      : t("office.invitedAt", { when: sayInstant(invitedAt, { zone }) });
