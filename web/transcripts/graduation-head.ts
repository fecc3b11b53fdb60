import { t } from "../words/words.svelte.ts";
import { firstShort, nameOf, sayAmount } from "./credit-words.ts";
import type { GraduationAudit, Transcript } from "./transcript.api.ts";

interface Head {
  readonly title: string;
  readonly lead?: string;
  /** Whether there is anything to draw. */
  readonly isCounted: boolean;
}

/** The page's first sentence is already the answer: the diploma, then university. `name` is given for somebody else. */
export function sayHead({ audits }: Transcript, name: string | null): Head {
  const [diploma, university] = audits;
  if (!diploma) return { title: t("credits.headYounger"), lead: t("credits.leadYounger"), isCounted: false };
  if (diploma.standing === "not-yet") {
    return name === null
      ? { title: t("credits.headNotYet"), lead: t("credits.leadNotYet"), isCounted: false }
      : { title: t("credits.headNotYetFor", { name }), lead: t("credits.leadNotYetFor"), isCounted: false };
  }
  const title = [sayDiploma(diploma), ...(university ? [sayUniversity(university)] : [])].join(" ");
  return { title, isCounted: true };
}

function sayDiploma({ standing }: GraduationAudit): string {
  if (standing === "on-track") return t("credits.headOnTrack");
  return standing === "watch" ? t("credits.headWatch") : t("credits.headPlan");
}

function sayUniversity(audit: GraduationAudit): string {
  if (audit.standing === "on-track") return t("credits.headUniversityOn");
  const short = firstShort(audit);
  if (!short) return t("credits.headUniversityWatch");
  return t("credits.headUniversityShort", { amount: sayAmount(short.short), subject: nameOf(short.subject) });
}
