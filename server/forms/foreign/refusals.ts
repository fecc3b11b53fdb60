import { Problem } from "#server/http/problems.ts";

const refusal = (status: number, code: string, detail: string) => (): Problem =>
  new Problem(status, code, detail, { field: "file" });

/** A form nobody may change without its password. */
export const locked = refusal(
  422,
  "form-locked",
  "This form is locked with a password. Ask whoever made it for one without, or open it and save it without protection, and add that.",
);

/** A form whose fields only one program can draw. */
export const xfaOnly = refusal(
  422,
  "form-xfa",
  "This form only works in Adobe’s own program (XFA). Open it there, print it to a PDF, and place its boxes with a mapping file. Or ask for it as an ordinary PDF form.",
);

/** Not a PDF, or only part of one. */
export const damaged = refusal(
  400,
  "form-damaged",
  "This is not a whole PDF. Look whether it opens on your device, save it again as a PDF and add that.",
);

/** A picture of a form: there is nothing to fill. */
export const flat = refusal(
  422,
  "form-flat",
  "This PDF has no fields to fill. Say where each thing belongs with a mapping file, or ask for the form with its fields.",
);

/** More than we take. */
export const tooLarge = refusal(
  413,
  "form-too-large",
  "This form is too large. It may have 10 MB, 50 pages and 2,000 fields. Take out pictures or pages you do not need and add it again.",
);
